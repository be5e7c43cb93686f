import { Part, fire } from './part';

const MODES: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text', tel: 'tel' };
const DEFAULT_MAX_LENGTH = 140;
let lastKey = 0;

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
  /** Told to the app and not answered yet. */
  private readonly typed: string[] = [];
  readonly key = `field${++lastKey}`;

  protected abstract createField(): HTMLInputElement | HTMLTextAreaElement;

  protected override setUp(): void {
    this.field = this.createField();
    this.append(this.field);
    const detail = () => ({
      value: this.field.value,
      cursor: this.field.selectionStart ?? this.field.value.length,
    });
    this.field.addEventListener('input', (event) => {
      this.typed.push(this.field.value);
      const keyCode = (event as InputEvent).data?.charCodeAt(0) ?? 8;
      fire(this, 'input', { ...detail(), keyCode }, { extra: { field: this.key } });
    });
    this.field.addEventListener('focus', () => fire(this, 'focus', { value: this.field.value, height: 0 }));
    this.field.addEventListener('blur', () => fire(this, 'blur', detail()));
    this.field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && this.confirms()) {
        event.preventDefault();
        fire(this, 'confirm', { value: this.field.value });
        if (!this.flag('confirm-hold')) this.field.blur();
      }
    });
  }

  protected confirms(): boolean {
    return true;
  }

  protected override update(): void {
    this.obey(this.raw('value'));
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

  /**
   * Only a new value of the app replaces what the user typed. One that the user has typed before and gone on from is
   * the app's late answer to an earlier event: the field keeps what is in it, and the answer to the last event follows.
   */
  private obey(asked: unknown): void {
    if (asked === undefined || asked === this.asked) return;
    this.asked = asked;
    const text = this.text('value');
    const answered = this.typed.lastIndexOf(text);
    const isLate = answered >= 0 && answered < this.typed.length - 1;
    this.typed.splice(0, answered + 1);
    if (!isLate && this.field.value !== text) this.field.value = text;
  }

  /** What a handler of `input` returned takes the place of what it was told of, unless the user has gone on. */
  replace(told: string, text: string, cursor: number | undefined): void {
    if (this.field.value !== told) return;
    this.field.value = text;
    if (cursor !== undefined) this.field.setSelectionRange(cursor, cursor);
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
  private lineCount = 1;

  protected override createField(): HTMLTextAreaElement {
    const field = document.createElement('textarea');
    // As high as its text and no higher, where its height is left to it.
    field.rows = 1;
    return field;
  }

  protected override setUp(): void {
    super.setUp();
    this.field.addEventListener('input', () => this.measure());
  }

  protected override confirms(): boolean {
    return this.text('confirm-type', 'return') !== 'return';
  }

  protected override update(): void {
    super.update();
    this.measure();
  }

  override replace(told: string, text: string, cursor: number | undefined): void {
    super.replace(told, text, cursor);
    this.measure();
  }

  private measure(): void {
    const { scrollTop } = this.field;
    this.field.style.height = 'auto';
    const height = this.field.scrollHeight;
    this.field.style.height = '';
    this.field.scrollTop = scrollTop;
    // A page that is not shown has no lines.
    if (height === 0) return;
    if (this.flag('auto-height')) this.style.height = `${height}px`;
    const lineHeight = parseFloat(getComputedStyle(this.field).lineHeight);
    const lineCount = Math.round(height / lineHeight);
    if (lineCount === this.lineCount) return;
    this.lineCount = lineCount;
    const heightRpx = (height * 750) / window.innerWidth;
    fire(this, 'linechange', { height, heightRpx, lineCount, lineHeight });
  }
}

export function replaceTyped(key: string, told: string, text: string, cursor: number | undefined): void {
  for (const part of document.querySelectorAll('wx-input, wx-textarea'))
    if (part instanceof TextField && part.key === key) part.replace(told, text, cursor);
}
