import { Part, fire } from './part';

interface Column {
  labels: string[];
  chosen: number;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const two = (value: number): string => String(value).padStart(2, '0');

/** The platform's wheel, drawn as lists: a tap chooses a line, 确定 or 取消 closes. */
export class WxPicker extends Part {
  override tapped(): void {
    if (!this.flag('disabled')) this.open();
  }

  private mode(): string {
    return this.text('mode', 'selector');
  }

  private labelsOf(list: unknown): string[] {
    const key = this.text('range-key');
    return (Array.isArray(list) ? list : []).map((item: unknown) =>
      String(
        key !== '' && typeof item === 'object' && item !== null
          ? (item as Record<string, unknown>)[key]
          : item,
      ),
    );
  }

  private columns(): Column[] {
    const value = this.raw('value');
    switch (this.mode()) {
      case 'multiSelector': {
        const lists = (this.raw('range') ?? []) as unknown[];
        const chosen = (Array.isArray(value) ? value : []) as number[];
        return lists.map((list, index) => ({ labels: this.labelsOf(list), chosen: chosen[index] ?? 0 }));
      }
      case 'date': {
        const [year, month, day] = (
          /^\d{4}/.test(String(value)) ? String(value) : new Date().toISOString().slice(0, 10)
        )
          .split('-')
          .map(Number);
        const [firstYear, lastYear] = [
          Number(this.text('start', '1970').slice(0, 4)),
          Number(this.text('end', '2100').slice(0, 4)),
        ];
        const all = [
          { labels: range(firstYear, lastYear).map(String), chosen: (year ?? firstYear) - firstYear },
          { labels: range(1, 12).map(two), chosen: (month ?? 1) - 1 },
          { labels: range(1, 31).map(two), chosen: (day ?? 1) - 1 },
        ];
        return all.slice(0, { year: 1, month: 2, day: 3 }[this.text('fields', 'day')] ?? 3);
      }
      case 'time': {
        const [hour = 0, minute = 0] = String(value ?? '00:00')
          .split(':')
          .map(Number);
        return [
          { labels: range(0, 23).map(two), chosen: hour },
          { labels: range(0, 59).map(two), chosen: minute },
        ];
      }
      default:
        return [{ labels: this.labelsOf(this.raw('range')), chosen: Number(value ?? 0) }];
    }
  }

  private toValue(columns: Column[]): unknown {
    const chosen = columns.map(({ labels, chosen: index }) => labels[index] ?? '');
    if (this.mode() === 'date') return chosen.join('-');
    if (this.mode() === 'time') return chosen.join(':');
    return this.mode() === 'multiSelector'
      ? columns.map(({ chosen: index }) => index)
      : (columns[0]?.chosen ?? 0);
  }

  private open(): void {
    const columns = this.columns();
    const sheet = document.createElement('section');
    sheet.className = 'wxr-sheet';
    sheet.setAttribute('role', 'dialog');
    const head = document.createElement('header');
    const cancel = document.createElement('button');
    cancel.textContent = '取消';
    const confirm = document.createElement('button');
    confirm.textContent = '确定';
    head.append(cancel, confirm);
    const body = document.createElement('div');
    body.append(...columns.map((column, index) => this.drawColumn(column, index)));
    sheet.append(head, body);
    document.body.append(sheet);
    cancel.addEventListener('click', () => {
      sheet.remove();
      fire(this, 'cancel');
    });
    confirm.addEventListener('click', () => {
      sheet.remove();
      this.value = this.toValue(columns);
      fire(this, 'change', { value: this.value });
    });
  }

  private value: unknown;

  private drawColumn(column: Column, index: number): HTMLElement {
    const list = document.createElement('ul');
    const items = column.labels.map((label, at) => {
      const item = document.createElement('li');
      item.textContent = label;
      item.setAttribute('aria-selected', String(at === column.chosen));
      item.addEventListener('click', () => {
        items[column.chosen]?.setAttribute('aria-selected', 'false');
        column.chosen = at;
        item.setAttribute('aria-selected', 'true');
        if (this.mode() === 'multiSelector') fire(this, 'columnchange', { column: index, value: at });
      });
      return item;
    });
    list.append(...items);
    requestAnimationFrame(() => items[column.chosen]?.scrollIntoView({ block: 'center' }));
    return list;
  }

  override formValue(): unknown {
    return this.value ?? this.raw('value');
  }
}
