import { Part, fire } from './part';

const MODES: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' };
const DEFAULT_MAX_LENGTH = 140;

/** What input and textarea share: the app's value goes in, the user's typing comes out as events. */
abstract class TextField extends Part {
  static override readonly observedAttributes = [
    'value',
    'placeholder',
    'disabled',
    'maxlength',
    'type',
    'password',
    'focus',
    'auto-focus',
  ];
  protected field!: HTMLInputElement | HTMLTextAreaElement;
  private wasFocused = false;
  private asked: unknown;

  protected abstract createField(): HTMLInputElement | HTMLTextAreaElement;

  protected override setUp(): void {
    this.field = this.createField();
    this.append(this.field);
    const detail = () => ({
      value: this.field.value,
      cursor: this.field.selectionStart ?? this.field.value.length,
    });
    this.field.addEventListener('input', (event) =>
      fire(this, 'input', { ...detail(), keyCode: (event as InputEvent).data?.charCodeAt(0) ?? 8 }),
    );
    this.field.addEventListener('focus', () => fire(this, 'focus', { value: this.field.value, height: 0 }));
    this.field.addEventListener('blur', () => fire(this, 'blur', detail()));
    this.field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && this.confirms()) {
        fire(this, 'confirm', { value: this.field.value });
        if (!this.flag('confirm-hold')) this.field.blur();
      }
    });
  }

  protected confirms(): boolean {
    return true;
  }

  protected override update(): void {
    // Only a new value of the app replaces what the user typed.
    const asked = this.raw('value');
    if (asked !== undefined && asked !== this.asked && this.field.value !== this.text('value'))
      this.field.value = this.text('value');
    this.asked = asked;
    this.field.placeholder = this.text('placeholder');
    this.field.disabled = this.flag('disabled');
    const limit = this.number('maxlength', DEFAULT_MAX_LENGTH);
    if (limit >= 0) this.field.maxLength = limit;
    else this.field.removeAttribute('maxlength');
    for (const name of ['aria-label', 'aria-describedby', 'aria-invalid'])
      if (this.hasAttribute(name)) this.field.setAttribute(name, this.getAttribute(name) ?? '');
    const focus = this.flag('focus') || this.flag('auto-focus');
    if (focus && !this.wasFocused) requestAnimationFrame(() => this.field.focus());
    this.wasFocused = focus;
  }

  override formValue(): unknown {
    return this.field.value;
  }

  override reset(): void {
    this.field.value = '';
  }

  focusField(): void {
    this.field.focus();
  }
}

export class WxInput extends TextField {
  protected override createField(): HTMLInputElement {
    return document.createElement('input');
  }

  protected override update(): void {
    const type = this.text('type', 'text');
    (this.field as HTMLInputElement).type =
      this.flag('password') || type === 'safe-password' ? 'password' : 'text';
    this.field.inputMode = MODES[type] ?? 'text';
    super.update();
  }
}

export class WxTextarea extends TextField {
  protected override createField(): HTMLTextAreaElement {
    return document.createElement('textarea');
  }

  protected override confirms(): boolean {
    return this.text('confirm-type', 'return') !== 'return';
  }

  protected override update(): void {
    super.update();
    if (!this.flag('auto-height')) return;
    this.field.style.height = 'auto';
    this.style.height = `${this.field.scrollHeight}px`;
    this.field.style.height = '100%';
  }
}
