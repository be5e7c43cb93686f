import fc from 'fast-check';
import { cropOf, percent } from './crop';

const cases = fc
  .record({ width: fc.integer({ min: 200, max: 5_000 }), height: fc.integer({ min: 200, max: 5_000 }) })
  .chain((picture) =>
    fc.record({ x: fc.nat(picture.width - 20), y: fc.nat(picture.height - 20) }).chain(({ x, y }) =>
      fc.record({
        picture: fc.constant(picture),
        box: fc.record({
          x: fc.constant(x),
          y: fc.constant(y),
          w: fc.integer({ min: 1, max: picture.width - x }),
          h: fc.integer({ min: 1, max: picture.height - y }),
        }),
      }),
    ),
  );

it('shows the whole item, and nothing that is not on the picture', () => {
  fc.assert(
    fc.property(cases, ({ picture, box }) => {
      const crop = cropOf(picture, box);
      expect(Object.values(crop).every(Number.isInteger)).toBe(true);
      expect(crop.x).toBeGreaterThanOrEqual(0);
      expect(crop.y).toBeGreaterThanOrEqual(0);
      expect(crop.x + crop.w).toBeLessThanOrEqual(picture.width);
      expect(crop.y + crop.h).toBeLessThanOrEqual(picture.height);
      expect(crop.x).toBeLessThanOrEqual(box.x);
      expect(crop.y).toBeLessThanOrEqual(box.y);
      expect(crop.x + crop.w).toBeGreaterThanOrEqual(box.x + box.w);
      expect(crop.y + crop.h).toBeGreaterThanOrEqual(box.y + box.h);
    }),
  );
});

it('does not blow a tiny item up until it blurs', () => {
  expect(cropOf({ width: 1000, height: 1000 }, { x: 500, y: 500, w: 10, h: 10 }).w).toBe(300);
});

it('shows the whole picture where no item is known', () => {
  expect(cropOf({ width: 30, height: 40 }, null)).toEqual({ x: 0, y: 0, w: 30, h: 40 });
});

it('writes parts as CSS reads them', () => {
  expect([percent(0.5), percent(1 / 3), percent(-0.25)]).toEqual(['50%', '33.333%', '-25%']);
});
