import { Part, fire, isPart } from './part';
import { lack, send } from './surroundings';

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

/** What the platform opens by a tap on a button; the page is told what came of it. */
const OPEN_TYPES = ['openSetting', 'agreePrivacyAuthorization'];
const opening = new Map<number, Part>();
let lastButton = 0;

function open(button: Part, type: string): void {
  if (!OPEN_TYPES.includes(type)) return lack(`<button open-type="${type}">`);
  opening.set(++lastButton, button);
  send({ kind: 'open', button: lastButton, type });
}

export function tellOpened(button: number, type: string, detail: Record<string, unknown>): void {
  fire(opening.get(button) ?? null, type.toLowerCase(), detail);
  opening.delete(button);
}

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
    const type = this.text('open-type');
    if (type !== '') open(this, type);
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
