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

/** The rectangle of least area around the points, turned by less than a quarter to either side. */
export function smallestAround(points: readonly Point[]): TextLine {
  const hull = hullOf(points);
  let best: TextLine | undefined;
  for (const [i, from] of hull.entries()) {
    const to = hull[(i + 1) % hull.length]!;
    const direction = Math.atan2(to.y - from.y, to.x - from.x);
    // The side may be any of the four: the writing runs along the one that is nearest to level.
    const angle = direction - Math.round(direction / (Math.PI / 2)) * (Math.PI / 2);
    const line = around(hull, angle);
    if (!best || line.w * line.h < best.w * best.h) best = line;
  }
  return best ?? around(points, 0);
}

/** The convex hull (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}
const turn = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

export const median = (values: readonly number[]): number =>
  values.length > 0 ? [...values].sort((a, b) => a - b)[values.length >> 1]! : 0;
