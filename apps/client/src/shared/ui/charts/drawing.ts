/** Inside of a `url("…")`: few characters need another form, and a small address is a small setData. */
const inUrl = (svg: string) => svg.replace(/[%<>#"]/g, (sign) => encodeURIComponent(sign));

interface Options {
  width?: number;
  height?: number;
  /** In CSS pixels, however the drawing is stretched. 0 fills the path instead. */
  stroke?: number;
  /** Cut off square where pieces meet. */
  isCut?: boolean;
  /** Around the drawing, for strokes on its edge; the box is as much larger (`line-plot` in charts.scss). */
  margin?: number;
}

/** A path as a mask: it takes the colour of what it masks, so colours stay in the tokens. */
export const drawing = (
  path: string,
  { width = 100, height = 100, stroke = 0, isCut = false, margin = 0 }: Options = {},
): string => {
  const look = stroke
    ? `fill='none' stroke='#000' stroke-width='${stroke}' stroke-linecap='${isCut ? 'butt' : 'round'}' stroke-linejoin='round' vector-effect='non-scaling-stroke'`
    : '';
  const box = [-margin, -margin, width + 2 * margin, height + 2 * margin].join(' ');
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${box}' preserveAspectRatio='none'><path ${look} d='${path}'/></svg>`;
  return `url("data:image/svg+xml,${inUrl(svg)}")`;
};
