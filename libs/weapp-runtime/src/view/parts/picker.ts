import { Part, fire } from './part';
import { type Asked, type Column, toColumns, toDetail } from './picker-columns';

/** The platform's wheel, drawn as lists: a tap chooses a line, 确定 or 取消 closes. */
export class WxPicker extends Part {
  static override readonly observedAttributes = ['range', 'value', 'disabled'];
  private columns: Column[] = [];
  private sheet: HTMLElement | undefined;
  private value: unknown;
  private asked = '';

  override tapped(): void {
    if (!this.flag('disabled')) this.open();
  }

  private mode(): string {
    return this.text('mode', 'selector');
  }

  private ask(value: unknown): Asked {
    const now = new Date();
    return {
      mode: this.mode(),
      value,
      range: this.raw('range'),
      rangeKey: this.text('range-key'),
      start: this.text('start'),
      end: this.text('end'),
      fields: this.text('fields', 'day'),
      level: this.text('level', 'region'),
      customItem: this.text('custom-item'),
      today: new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
    };
  }

  /** An app changes the later lists when a line of an earlier one is chosen: the open wheel follows. */
  protected override update(): void {
    const asked = JSON.stringify([this.raw('range'), this.raw('value')]);
    if (asked === this.asked) return;
    this.asked = asked;
    this.value = undefined;
    if (!this.sheet) return;
    this.columns = toColumns(this.ask(this.raw('value')));
    this.draw();
  }

  disconnectedCallback(): void {
    this.close();
  }

  private open(): void {
    this.close();
    this.columns = toColumns(this.ask(this.value ?? this.raw('value')));
    const sheet = document.createElement('section');
    sheet.className = 'wxr-sheet';
    sheet.setAttribute('role', 'dialog');
    const head = document.createElement('header');
    head.append(
      this.button('取消', () => fire(this, 'cancel')),
      document.createTextNode(this.text('header-text')),
      this.button('确定', () => this.confirm()),
    );
    sheet.append(head, document.createElement('div'));
    document.body.append(sheet);
    this.sheet = sheet;
    this.draw();
  }

  private button(label: string, act: () => void): HTMLElement {
    const button = document.createElement('button');
    button.textContent = label;
    button.addEventListener('click', () => {
      this.close();
      act();
    });
    return button;
  }

  private close(): void {
    this.sheet?.remove();
    this.sheet = undefined;
  }

  private confirm(): void {
    const detail = toDetail(this.mode(), this.columns);
    this.value = detail.value;
    fire(this, 'change', detail);
  }

  private draw(): void {
    this.sheet
      ?.querySelector('div')
      ?.replaceChildren(...this.columns.map((_, index) => this.drawColumn(index)));
  }

  private drawColumn(index: number): HTMLElement {
    const { labels = [], chosen = 0 } = this.columns[index] ?? {};
    const list = document.createElement('ul');
    const items = labels.map((label, at) => {
      const item = document.createElement('li');
      item.textContent = label;
      item.setAttribute('aria-selected', String(at === chosen));
      item.addEventListener('click', () => this.choose(index, at));
      return item;
    });
    list.append(...items);
    requestAnimationFrame(() => items[chosen]?.scrollIntoView({ block: 'center' }));
    return list;
  }

  private choose(index: number, at: number): void {
    const column = this.columns[index];
    if (!column || column.chosen === at) return;
    column.chosen = at;
    const mode = this.mode();
    // The days of a month and the places of a province go by what was chosen before them.
    if (['date', 'time', 'region'].includes(mode))
      this.columns = toColumns(this.ask(toDetail(mode, this.columns).value));
    this.draw();
    if (mode === 'multiSelector') fire(this, 'columnchange', { column: index, value: at });
  }

  override formValue(): unknown {
    return this.value ?? this.raw('value');
  }
}
