import { callOn, make } from './recorder';

const BUILDING =
  'addPath closePath moveTo lineTo arc arcTo bezierCurveTo quadraticCurveTo ellipse rect'.split(' ');

export class Path2D {
  constructor(from?: Path2D | string) {
    make(this, 'path', ...(from === undefined ? [] : [from]));
  }
}

for (const name of BUILDING)
  Object.defineProperty(Path2D.prototype, name, {
    value: function (this: Path2D, ...args: unknown[]): void {
      callOn(this, name, args);
    },
  });
