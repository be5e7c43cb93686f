export type Point = { x: number; y: number };

/** A turned rectangle around one line of writing: its centre, length along the writing, height, and angle. */
export type TextLine = { x: number; y: number; w: number; h: number; angle: number };

/** The point of the picture that lies `u` along and `v` across the line from its upper left corner. */
export function at(line: TextLine, u: number, v: number): Point {
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
  const [du, dv] = [u - line.w / 2, v - line.h / 2];
  return { x: line.x + du * cos - dv * sin, y: line.y + du * sin + dv * cos };
}

export const cornersOf = (line: TextLine): Point[] => [
  at(line, 0, 0),
  at(line, line.w, 0),
  at(line, line.w, line.h),
  at(line, 0, line.h),
];

/** The part of the line from `from` to `to` along and from `top` to `bottom` across; may reach beyond it. */
export function slice(line: TextLine, from: number, to: number, top = 0, bottom = line.h): TextLine {
  const { x, y } = at(line, (from + to) / 2, (top + bottom) / 2);
  return { x, y, w: to - from, h: bottom - top, angle: line.angle };
}

/** The smallest rectangle at this angle around the points. */
export function around(points: readonly Point[], angle: number): TextLine {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const u = points.map(({ x, y }) => x * cos + y * sin);
  const v = points.map(({ x, y }) => y * cos - x * sin);
  const [left, right, top, bottom] = [Math.min(...u), Math.max(...u), Math.min(...v), Math.max(...v)];
  const [cu, cv] = [(left + right) / 2, (top + bottom) / 2];
  return { x: cu * cos - cv * sin, y: cu * sin + cv * cos, w: right - left, h: bottom - top, angle };
}

export const median = (values: readonly number[]): number =>
  values.length > 0 ? [...values].sort((a, b) => a - b)[values.length >> 1]! : 0;
