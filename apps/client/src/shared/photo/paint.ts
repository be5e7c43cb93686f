import type { Plan, Size } from './edit';

/** What a browser's canvas and WeChat's have in common. */
type Context = Pick<CanvasRenderingContext2D, 'fillRect' | 'translate' | 'rotate'> & {
  fillStyle: unknown;
  imageSmoothingQuality: ImageSmoothingQuality;
};
type Draws<Source> = Context & {
  drawImage(
    source: Source,
    ...places: [number, number, number, number, number, number, number, number]
  ): void;
};

/** Gives the canvas the plan's size and draws what the plan takes from the picture. */
export const paint = <Source>(
  canvas: Size,
  context: Draws<Source>,
  picture: Source,
  { from, turns, width, height }: Plan,
): void => {
  canvas.width = width;
  canvas.height = height;
  context.imageSmoothingQuality = 'high';
  context.fillStyle = '#fff'; // what is transparent is paper
  context.fillRect(0, 0, width, height);
  const [w, h] = turns % 2 === 0 ? [width, height] : [height, width];
  context.translate(width / 2, height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(picture, from.x, from.y, from.w, from.h, -w / 2, -h / 2, w, h);
};
