import fastJsonStringify from 'fast-json-stringify';
import { z } from 'zod';
import { wire } from './wire';

const write = (schema: z.ZodType, value: unknown) =>
  JSON.parse(fastJsonStringify(wire(schema) as never)(value)) as unknown;

const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), picked: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
]);

describe('wire', () => {
  it.each<[string, z.ZodType, unknown, unknown]>([
    [
      'drops keys that the contract does not name',
      z.strictObject({ a: z.string() }),
      { a: 'x', b: 1 },
      { a: 'x' },
    ],
    ['keeps null where it is allowed', z.strictObject({ a: z.int().nullable() }), { a: null }, { a: null }],
    ['keeps a nullable enum', z.strictObject({ a: z.enum(['x', 'y']).nullable() }), { a: 'y' }, { a: 'y' }],
    ['leaves absent optional keys out', z.strictObject({ a: z.string().optional() }), {}, {}],
    [
      'drops keys inside a union',
      z.strictObject({ a: Answer.nullable() }),
      { a: { kind: 'text', text: 'x', secret: 1 } },
      { a: { kind: 'text', text: 'x' } },
    ],
    ['keeps a null union', z.strictObject({ a: Answer.nullable() }), { a: null }, { a: null }],
    [
      'writes dates as ISO',
      z.strictObject({ at: z.iso.datetime({ offset: true }).nullable() }),
      { at: new Date(0) },
      { at: '1970-01-01T00:00:00.000Z' },
    ],
    [
      'writes nested nullable objects',
      z.strictObject({ o: z.strictObject({ a: z.string() }).meta({ id: 'WireSpecO' }).nullable() }),
      { o: { a: 'x', b: 1 } },
      { o: { a: 'x' } },
    ],
    ['writes records', z.record(z.string(), z.unknown()), { a: { b: [1] } }, { a: { b: [1] } }],
  ])('%s', (_name, schema, value, expected) => {
    expect(write(schema, value)).toEqual(expected);
  });

  it('refuses an object without a required key', () => {
    expect(() => write(z.strictObject({ a: z.string() }), {})).toThrow('"a" is required');
  });
});
