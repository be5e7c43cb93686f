import { z } from 'zod';

type Node = Record<string, unknown>;

/** Ignores `.meta({ id })`, so that everything is inlined and no $ref is left. */
const withoutIds = z.registry<Record<string, never>>();

/** What validates is not the serialiser's business. */
const DROPPED = new Set(
  (
    '$schema pattern minLength maxLength minItems maxItems minimum maximum exclusiveMinimum exclusiveMaximum ' +
    'description title default examples propertyNames'
  ).split(' '),
);
const isNull = (node: unknown) => (node as Node).type === 'null';

/**
 * The zod schema of an answer as a JSON Schema that fast-json-stringify serialises fast and exactly: a
 * whitelist of keys (also inside unions), dates as ISO, `X | null` as nullable X. It shapes, it does not validate.
 */
export function wire(schema: z.ZodType): Node {
  return shape(
    z.toJSONSchema(schema, { target: 'draft-7', io: 'output', metadata: withoutIds as never }),
  ) as Node;
}

function shape(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shape);
  if (!node || typeof node !== 'object') return node;
  const out: Node = {};
  for (const [key, value] of Object.entries(node)) {
    if (DROPPED.has(key)) continue;
    // In a union, `false` would turn "drop the key" into an exception.
    if (key === 'additionalProperties' && value === false) continue;
    out[key] =
      key === 'properties'
        ? Object.fromEntries(Object.entries(value as Node).map(([name, property]) => [name, shape(property)]))
        : shape(value);
  }
  if (out.format !== undefined && out.format !== 'date-time' && out.format !== 'date') delete out.format;
  return nullable(out);
}

function nullable(out: Node): Node {
  const alternatives = (out.anyOf ?? out.oneOf) as Node[] | undefined;
  if (alternatives) {
    delete out.oneOf;
    const flat = alternatives.flatMap((a) => (a.anyOf as Node[] | undefined) ?? [a]);
    const rest = flat.filter((a) => !isNull(a));
    if (rest.length === 1 && rest.length < flat.length) {
      delete out.anyOf;
      Object.assign(out, rest[0], { nullable: true });
    } else {
      out.anyOf = flat;
    }
  }
  if (Array.isArray(out.type) && out.type.length === 2 && out.type.includes('null')) {
    out.type = out.type.find((t) => t !== 'null');
    out.nullable = true;
  }
  return out;
}
