import { Part, fire } from './part';

abstract class Toggle extends Part {
  static override readonly observedAttributes = ['checked', 'disabled', 'value'];
  protected isOn = false;
  private asked: unknown;

  protected override setUp(): void {
    this.prepend(document.createElement('i'));
    this.setAttribute('role', this.roleName());
  }

  protected abstract roleName(): string;

  protected override update(): void {
    const asked = this.raw('checked');
    if (asked !== this.asked) {
      this.asked = asked;
      this.isOn = this.flag('checked');
    }
    this.show();
  }

  protected show(): void {
    this.setAttribute('aria-checked', String(this.isOn));
  }

  get on(): boolean {
    return this.isOn;
  }

  set on(value: boolean) {
    this.isOn = value;
    this.show();
  }
}

export class WxSwitch extends Toggle {
  protected roleName(): string {
    return 'switch';
  }

  override tapped(): void {
    if (this.flag('disabled')) return;
    this.on = !this.on;
    fire(this, 'change', { value: this.on });
  }

  override formValue(): unknown {
    return this.on;
  }
}

export class WxCheckbox extends Toggle {
  protected roleName(): string {
    return 'checkbox';
  }

  override tapped(): void {
    if (this.flag('disabled')) return;
    this.on = !this.on;
    const group = this.closest('wx-checkbox-group');
    if (group instanceof WxCheckboxGroup) group.changed();
  }
}

export class WxRadio extends Toggle {
  protected roleName(): string {
    return 'radio';
  }

  override tapped(): void {
    if (this.flag('disabled') || this.on) return;
    const group = this.closest('wx-radio-group');
    for (const radio of group?.querySelectorAll('wx-radio') ?? [])
      if (radio instanceof WxRadio) radio.on = false;
    this.on = true;
    if (group) fire(group, 'change', { value: this.text('value') });
  }
}

export class WxCheckboxGroup extends Part {
  override formValue(): string[] {
    const boxes = [...this.querySelectorAll('wx-checkbox')].filter((box) => box instanceof WxCheckbox);
    return boxes.filter((box) => box.on).map((box) => box.text('value'));
  }

  changed(): void {
    fire(this, 'change', { value: this.formValue() });
  }
}

export class WxRadioGroup extends Part {
  override formValue(): unknown {
    const radios = [...this.querySelectorAll('wx-radio')].filter((radio) => radio instanceof WxRadio);
    return radios.find((radio) => radio.on)?.text('value') ?? '';
  }
}
