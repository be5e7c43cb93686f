// Draws a page of items and tells where each stands.
import { createCanvas } from '@napi-rs/canvas';

const PAPER = { width: 1654, height: 2339 };
const PRINT_INK = '#111';
const TITLES = ['口算练习', '每日一练', '计算小能手', '口算天天练', '课堂小测'];

/** style: { print, hand, columns, rows, numbering, blank: 'bracket' | 'box', isStacked, pen } */
export function drawPage(chance, items, style) {
  const canvas = createCanvas(PAPER.width, PAPER.height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, PAPER.width, PAPER.height);
  context.textBaseline = 'alphabetic';
  heading(context, chance, style);
  const { columns, rows } = style;
  const size = Math.min(46, 60 - 6 * columns, 1700 / rows / 1.9);
  const left = chance.between(90, 150);
  const width = (PAPER.width - left - 60) / columns;
  const height = 1830 / rows;
  const boxes = items.map((item, i) => {
    const x = left + (i % columns) * width + chance.between(-6, 10);
    const y = 350 + Math.floor(i / columns) * height + chance.between(-4, 4);
    const pen = new Pen(context, chance, style, size, x, y);
    pen.label(i + 1);
    pen.item(item);
    return { ...pen.extent, isStacked: pen.isStacked };
  });
  return { canvas, boxes };
}

function heading(context, chance, { print }) {
  context.fillStyle = PRINT_INK;
  context.font = `54px "${print}"`;
  const title = `${chance.pick(['一', '二', '三', '四', '五', '六'])}年级${chance.pick(TITLES)}`;
  context.fillText(title, (PAPER.width - context.measureText(title).width) / 2, 150);
  context.font = `30px "${print}"`;
  context.fillText('班级：________  姓名：________  用时：___分___秒', 380, 240);
  context.fillText(`第 ${chance.whole(1, 60)} 页`, 780, 2280);
}

class Pen {
  extent = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  isStacked = false;

  constructor(context, chance, style, size, x, y) {
    Object.assign(this, { context, chance, style, size, x, y });
  }

  label(n) {
    const { numbering } = this.style;
    if (numbering === 'none') return;
    const isCircled = numbering === 'circle' && n <= 20;
    const text = isCircled ? String.fromCodePoint(0x245f + n) : numbering === 'dot' ? `${n}.` : `(${n})`;
    this.context.font = `${this.size * 0.8}px "${this.style.print}"`;
    this.context.fillStyle = PRINT_INK;
    this.context.fillText(text, this.x, this.y);
    this.x += this.context.measureText(text).width + this.size * 0.3;
  }

  item({ asked, answer }) {
    const slot = asked.search(/[_○]/);
    this.printed(slot < 0 ? asked : asked.slice(0, slot));
    if (slot < 0) {
      this.x += this.chance.between(0.05, 0.5) * this.size;
      this.written(answer, 1);
    } else {
      if (asked[slot] === '○') this.ring(answer);
      else this.blank(answer);
      this.printed(asked.slice(slot + 1));
    }
  }

  printed(text) {
    for (const part of text.split(/(\d+\/\d+)/)) {
      if (part.includes('/') && this.style.isStacked)
        this.stack(part, (word, x, y, size) => this.print(word, x, y, size));
      else this.x += this.print(part, this.x, this.y, this.size);
    }
  }

  print(text, x, y, size) {
    this.context.font = `${size}px "${this.style.print}"`;
    this.context.fillStyle = PRINT_INK;
    const width = this.context.measureText(text).width;
    if (text) this.context.fillText(text, x, y);
    if (text) this.cover(x, x + width, y - size * 0.8, y + size * 0.12);
    return width;
  }

  written(text, scale) {
    const size = this.size * scale * this.style.pen.scale;
    if (text.includes('/') && this.style.isStacked)
      this.stack(text, (word, x, y, part) => this.write(word, x, y, part * this.style.pen.scale));
    else this.x += this.write(text, this.x, this.y, size);
  }

  /** Glyph by glyph, none quite like the other. */
  write(text, x, y, size) {
    const { context, chance, style } = this;
    let at = x;
    for (const glyph of text) {
      context.save();
      const own = size * (1 + 0.05 * chance.bell() * style.pen.unrest);
      context.translate(at, y + 0.04 * size * chance.bell() * style.pen.unrest);
      context.rotate(0.06 * chance.bell() * style.pen.unrest);
      context.transform(1, 0, 0.08 * chance.bell() * style.pen.unrest, 1, 0, 0);
      context.font = `${own}px "${glyph === '…' ? style.print : style.hand}"`;
      context.fillStyle = style.pen.ink;
      if (glyph === '…') this.dots(own);
      else context.fillText(glyph, 0, 0);
      const width = glyph === '…' ? own * 0.55 : context.measureText(glyph).width;
      context.restore();
      this.cover(at, at + width, y - size * 0.8, y + size * 0.1);
      at += width + 0.02 * size;
    }
    return at - x;
  }

  dots(size) {
    for (let i = 0; i < 3; i++) {
      this.context.beginPath();
      const [dx, dy] = [0.03 * this.chance.bell(), 0.04 * this.chance.bell()];
      this.context.arc((0.12 + 0.17 * i + dx) * size, (-0.3 + dy) * size, 0.045 * size, 0, 7);
      this.context.fill();
    }
  }

  stack(text, draw) {
    this.isStacked = true;
    const [above, below] = text.split('/');
    const small = this.size * 0.78;
    this.context.font = `${small}px "${this.style.print}"`;
    const widths = [above, below].map((part) => this.context.measureText(part).width);
    const wide = Math.max(...widths) * 1.15 + 6;
    draw(above, this.x + (wide - widths[0]) / 2, this.y - this.size * 0.42, small);
    draw(below, this.x + (wide - widths[1]) / 2, this.y + this.size * 0.46, small);
    this.context.fillRect(this.x, this.y - this.size * 0.3, wide, Math.max(2, this.size * 0.05));
    this.x += wide + this.size * 0.12;
  }

  ring(answer) {
    const radius = this.size * 0.52;
    const [cx, cy] = [this.x + radius + 4, this.y - this.size * 0.33];
    this.context.strokeStyle = PRINT_INK;
    this.context.lineWidth = Math.max(1.5, this.size * 0.045);
    this.context.beginPath();
    this.context.arc(cx, cy, radius, 0, 7);
    this.context.stroke();
    this.cover(cx - radius, cx + radius, cy - radius, cy + radius);
    if (answer) this.write(answer, cx - this.size * 0.27, this.y - this.size * 0.02, this.size * 0.85);
    this.x = cx + radius + 6;
  }

  blank(answer) {
    const { context, size, style } = this;
    const [padding, start] = [size * 0.35, this.x];
    context.font = `${size * style.pen.scale}px "${style.hand}"`;
    const inside = Math.max(size * 0.8, context.measureText(answer).width) + 2 * padding;
    if (style.blank === 'box') {
      context.strokeStyle = PRINT_INK;
      context.lineWidth = Math.max(1.5, size * 0.05);
      context.strokeRect(this.x + 4, this.y - size * 0.88, inside, size * 1.08);
      this.cover(this.x, this.x + inside + 8, this.y - size * 0.88, this.y + size * 0.2);
    } else this.print('(', this.x, this.y, size);
    this.x += padding + size * 0.2;
    this.written(answer, 1);
    this.x = start + inside + size * 0.25;
    if (style.blank === 'box') this.x += size * 0.1;
    else this.x += this.print(')', this.x, this.y, size);
  }

  cover(left, right, top, bottom) {
    const { extent } = this;
    extent.left = Math.min(extent.left, left);
    extent.right = Math.max(extent.right, right);
    extent.top = Math.min(extent.top, top);
    extent.bottom = Math.max(extent.bottom, bottom);
  }
}
