import { readFileSync } from 'node:fs';
import path from 'node:path';
import { INK, toRichText } from './rich-text';
import { toHtml } from './to-html';

const rich = (source: string) => toRichText(toHtml(source, { mathml: false, links: false }));
const body = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;

it('draws in the ink of the table', () => {
  const tokens = readFileSync(path.join(__dirname, '../tokens.scss'), 'utf8');
  expect(tokens).toContain(`--ink: ${INK};`);
});

it.each([
  ['a root', '$\\sqrt{2}$', 1],
  ['a brace over its sum', '$\\overbrace{a+b}$', 3],
  ['a line through what is cancelled', '$\\cancel{6}$', 1],
  ['a fraction, which needs none', '$\\frac{3}{4}$', 0],
])('draws %s as pictures that rich-text knows', (_, source, pictures) => {
  const html = body(rich(source));
  expect(html.querySelector('svg')).toBeNull();
  const drawn = [...html.querySelectorAll('img')].map((img) => img.getAttribute('src')!);
  expect(drawn).toHaveLength(pictures);
  for (const src of drawn) {
    const svg = new DOMParser().parseFromString(
      decodeURIComponent(src.replace('data:image/svg+xml,', '')),
      'image/svg+xml',
    );
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.querySelector('path, line')).not.toBeNull();
  }
});

it('keeps the width of a drawing that has one of its own', () => {
  expect(body(rich('$\\vec{a}$')).querySelector('img')?.style.width).toBe('0.471em');
});

it('names by a class every span that the style sheet reaches by its tag', () => {
  const html = body(rich('$\\frac{\\sqrt{3}}{4} \\left(\\frac{1}{2}\\right)^2 \\sum_{i=1}^{n} i$'));
  const reached = html.querySelectorAll(
    '.vlist > span, .vlist > span > span, .mfrac > span > span, .delim-size1 > span, .delim-size4 > span',
  );
  expect(reached.length).toBeGreaterThan(20);
  expect([...reached].filter((span) => !span.classList.contains('ks'))).toEqual([]);
  expect(html.textContent).toContain('∑');
});

it('takes no text for a drawing', () => {
  expect(body(rich('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>')).querySelector('img')).toBeNull();
});

it('keeps a page of steps within the goal of one setData', () => {
  const step = '因为 $\\frac{3}{4} = \\frac{6}{8}$，所以分子也乘 2。\n\n';
  expect(rich(step.repeat(4)).length).toBeLessThan(16_384);
});
