import { Part, fire, isPart } from './part';

export class WxForm extends Part {
  private fields(): Part[] {
    return [...this.querySelectorAll('*')].filter(isPart).filter((part) => part.text('name') !== '');
  }

  submit(button: Part): void {
    const value = Object.fromEntries(this.fields().map((field) => [field.text('name'), field.formValue()]));
    fire(this, 'submit', { value, target: { id: button.id } });
  }

  resetFields(): void {
    for (const field of this.fields()) field.reset();
    fire(this, 'reset', {});
  }
}

/** What a tap on a button does besides its tap event. */
const OPEN_TYPES: Record<string, [string, Record<string, unknown>]> = {
  openSetting: ['opensetting', { errMsg: 'openSetting:ok', authSetting: {} }],
  agreePrivacyAuthorization: ['agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' }],
};

export class WxButton extends Part {
  static override readonly observedAttributes = ['disabled', 'loading'];

  protected override update(): void {
    this.setAttribute('role', 'button');
    this.classList.toggle('wx-disabled', this.flag('disabled'));
    if (this.flag('disabled')) this.setAttribute('aria-disabled', 'true');
    else this.removeAttribute('aria-disabled');
  }

  override tapped(): void {
    const form = this.closest('wx-form');
    if (form instanceof WxForm && this.text('form-type') === 'submit') form.submit(this);
    if (form instanceof WxForm && this.text('form-type') === 'reset') form.resetFields();
    const opened = OPEN_TYPES[this.text('open-type')];
    if (opened) fire(this, opened[0], opened[1]);
  }
}

export class WxLabel extends Part {
  override tapped(): void {
    const id = this.text('for');
    const target = id === '' ? [...this.querySelectorAll('*')].find(isPart) : document.getElementById(id);
    if (!isPart(target)) return;
    const { focusField } = target as Part & { focusField?: () => void };
    if (focusField) focusField.call(target);
    else target.tapped();
  }
}
