import fc from 'fast-check';
import { toHtml } from './to-html';

const h5 = { mathml: true, links: true };
const weapp = { mathml: false, links: false };
const body = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
/** Without what only tells styles apart. */
const bare = (source: string, options = h5) => toHtml(source, options).replace(/ class="md-[^"]*"/g, '');

it.each([
  ['**先**算括号', '<p><strong>先</strong>算括号</p>'],
  ['第一行\n第二行', '<p>第一行<br>第二行</p>'],
  ['# 怎么想', '<p>怎么想</p>'],
  ['- 一\n- 二', '<ul><li>一</li><li>二</li></ul>'],
  ['3. 三\n4. 四', '<ol start="3"><li>三</li><li>四</li></ol>'],
  ['`84-39`', '<p><code>84-39</code></p>'],
  ['> 提示', '<blockquote><p>提示</p></blockquote>'],
  ['```\na < b\n```', '<pre>a &lt; b</pre>'],
  [
    '| 数 | 倍 |\n| - | - |\n| 3 | 6 |',
    '<table><thead><tr><th>数</th><th>倍</th></tr></thead><tbody><tr><td>3</td><td>6</td></tr></tbody></table>',
  ],
  ['上\n\n---\n\n下', '<p>上</p><hr><p>下</p>'],
  ['- [x] 抄题\n- [ ] 检查', '<ul><li><span>☑</span> 抄题</li><li><span>☐</span> 检查</li></ul>'],
  ['3 &times; 4 &lt; 13', '<p>3 × 4 &lt; 13</p>'],
  ['一本 3$ ，两本 5$', '<p>一本 3$ ，两本 5$</p>'],
  ['$5 和 $6', '<p>$5 和 $6</p>'],
  ['', ''],
])('writes %j', (source, html) => {
  expect(bare(source)).toBe(html);
});

it.each([
  ['within a line', '所以 $\\frac{3}{4}$ 对', 'span.katex', false],
  ['in brackets', '所以 \\(\\frac{3}{4}\\) 对', 'span.katex', false],
  ['on its own line', '因为\n\n$$\\frac{3}{4}$$\n\n所以', '.md-formula .katex-display', true],
  ['on its own line in brackets', '\\[\n\\sqrt{2}\n\\]', '.md-formula .katex-display', true],
  ['in a list', '- $x^2$', 'li span.katex', false],
])('sets a formula %s', (_, source, selector, display) => {
  const html = body(toHtml(source, h5));
  expect(html.querySelectorAll('.katex')).toHaveLength(1);
  expect(html.querySelector(selector)).not.toBeNull();
  expect(html.querySelector('.katex-display') !== null).toBe(display);
});

it('gives formulas to screen readers where they can walk through them', () => {
  expect(body(toHtml('$\\frac{3}{4}$', h5)).querySelector('math mfrac')).not.toBeNull();
  expect(body(toHtml('$\\frac{3}{4}$', weapp)).querySelector('math')).toBeNull();
});

it.each([
  ['an unknown command', '$\\nothing{x}$', '\\nothing{x}'],
  ['a formula that does not end', '$\\frac{3}$', '\\frac{3}'],
  ['one that grows without end', '$\\def\\a{\\a\\a}\\a$', '\\def\\a{\\a\\a}\\a'],
  ['one that is far too long', `$${'x+'.repeat(1_500)}x$`, `${'x+'.repeat(1_500)}x`],
])('shows %s as it was written', (_, source, shown) => {
  expect(body(toHtml(source, h5)).querySelector('.md-formula-source')?.textContent).toBe(shown);
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a <b onclick="x()">b</b> c',
  '[x](javascript:alert(1))',
  '[x](  JaVaScRiPt:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](data:text/html,<script>1</script>)',
  '[x](https://a.example/"onmouseover="alert(1))',
  '![x](https://a.example/track.png)',
  '<https://a.example/><svg onload=alert(1)>',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\includegraphics{https://a.example/x.png}$',
  '$\\htmlClass{evil}{x}$ $\\url{https://a.example}$',
  '$\\text{<img src=x onerror=alert(1)>}$',
  '$<script>$',
  '```"><script>\n</script>\n```',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '| <script> |\n| - |\n| <iframe src=x> |',
  '# <style>*{display:none}</style>',
  '[a]: javascript:alert(1)\n\n[a]',
];
const TAGS = new Set(
  'p br strong em del code a ul ol li pre blockquote table thead tbody tr th td hr div span svg path line math semantics mrow mi mn mo mtext mspace mstyle mfrac msup msub msqrt mroot mover munder munderover menclose mpadded mphantom mtable mtr mtd annotation'.split(
    ' ',
  ),
);
/** Those of our own tags and drawings, and all that KaTeX writes into MathML but sources and titles. */
const ATTRIBUTES = new Set(
  (
    'class style aria-hidden href target rel start d width height viewbox preserveaspectratio xmlns x1 x2 y1 y2 ' +
    'stroke-width accent accentunder columnalign columnlines columnspacing depth display displaystyle encoding fence ' +
    'largeop linebreak linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize notation ' +
    'rowlines rowspacing rspace scriptlevel separator stretchy valign voffset'
  ).split(' '),
);

const isHarmless = (html: string) => {
  for (const element of body(html).querySelectorAll('*')) {
    expect(TAGS).toContain(element.localName);
    for (const { name, value } of element.attributes) {
      expect(ATTRIBUTES).toContain(name.toLowerCase());
      if (name === 'href') expect(value).toMatch(/^https?:\/\//);
    }
  }
};

it.each(HOSTILE)('writes nothing that acts for %j', (source) => {
  isHarmless(toHtml(source, h5));
  const inert = body(toHtml(source, weapp));
  expect(inert.querySelector('a, img, script, iframe, style')).toBeNull();
});

it('writes nothing that acts, whatever the pieces are put together to', () => {
  const piece = fc.constantFrom(
    ...HOSTILE,
    '$',
    '$$',
    '\\(',
    '\\[',
    '*',
    '**',
    '`',
    '```',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '[',
    '](',
    ')',
    '|',
    '<',
    '"',
    '\\',
    '题',
    '{',
    '}',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => isHarmless(toHtml(pieces.join(''), h5))),
    { numRuns: 300, examples: [[['$', '\\', '\\(', '$$']]] },
  );
});

it('shows raw HTML as the text that it is', () => {
  expect(body(toHtml('a <b>c</b>', h5)).textContent).toBe('a <b>c</b>');
  expect(body(toHtml('<div>块</div>', h5)).textContent).toBe('<div>块</div>');
});

it('leads out of the app by web addresses only, and nowhere on the mini-program', () => {
  const link = body(toHtml('[课本](https://a.example/b?c=1&d=2)', h5)).querySelector('a');
  expect(link?.getAttribute('href')).toBe('https://a.example/b?c=1&d=2');
  expect(link?.getAttribute('rel')).toContain('noopener');
  expect(bare('[课本](https://a.example)', weapp)).toBe('<p>课本</p>');
});

it.each([
  ['brackets', '['.repeat(20_000)],
  ['quotes', '> '.repeat(10_000)],
  ['lists', Array.from({ length: 300 }, (_, n) => `${' '.repeat(n * 2)}- a`).join('\n')],
  ['stars', '*a '.repeat(10_000)],
  ['dollars', '$a '.repeat(10_000)],
  ['a book', '很长的一段。'.repeat(20_000)],
])('does not stumble over very many %s', (_, source) => {
  expect(body(toHtml(source, h5)).textContent!.length).toBeGreaterThan(100);
});
