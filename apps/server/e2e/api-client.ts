import * as contracts from '@wuhao/contracts';
import { z } from 'zod';

const PREFIX = '/api/v1';

export type ApiRequest = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Sent as JSON; a text goes as it is. */
  body?: unknown;
  /** Sent as a form; made anew for every sending. */
  form?: () => FormData;
  token?: string;
  /** Idempotency-Key. */
  key?: string;
};
export type ApiAnswer = { status: number; headers: Record<string, string>; cookies: string[]; body: unknown };

const Content = z.record(
  z.string(),
  z.object({ schema: z.looseObject({ $ref: z.string().optional() }).optional() }),
);
const OperationDoc = z.object({
  'x-access': z.string(),
  'x-idempotent': z.boolean().optional(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string().optional(), content: Content.optional() }),
  ),
});
const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), OperationDoc)) });
type ResponseDoc = z.infer<typeof OperationDoc>['responses'][string];

/** A route of openapi.json, named as in `GET /homework/{id}`. */
export type Operation = {
  route: string;
  isPublic: boolean;
  isIdempotent: boolean;
  isOfStudent: boolean;
  takesJson: boolean;
  pathParams: string[];
  responses: Record<string, ResponseDoc>;
};

/**
 * Sends requests by the routes of openapi.json and refuses every answer that the document does not promise: another
 * status, content type, error code, shape or key. Keeps what was reached.
 */
export class ApiClient {
  readonly reached = new Set<string>();

  private constructor(
    private readonly base: string,
    readonly operations: Operation[],
  ) {}

  static async connect(origin: string): Promise<ApiClient> {
    const base = origin + PREFIX;
    const document = Document.parse(await (await fetch(`${base}/openapi.json`)).json());
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, doc]) => toOperation(method, path, doc)),
    );
    return new ApiClient(base, operations);
  }

  /** Every `route status` that the document promises. */
  get promised(): string[] {
    return this.operations.flatMap(({ route, responses }) =>
      Object.keys(responses).map((status) => `${route} ${status}`),
    );
  }

  async send(route: string, request: ApiRequest = {}): Promise<ApiAnswer> {
    const operation = this.operations.find((known) => known.route === route);
    if (!operation) throw new Error(`${route} is no route of openapi.json`);
    const response = await fetch(this.urlOf(route, request), {
      method: route.split(' ')[0],
      headers: headersOf(request),
      body: payloadOf(request),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const body = check(operation, response, bytes);
    this.reached.add(`${route} ${response.status}`);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      cookies: response.headers.getSetCookie(),
      body,
    };
  }

  private urlOf(route: string, { params = {}, query = {} }: ApiRequest): string {
    const path = route
      .split(' ')[1]!
      .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));
    const search = new URLSearchParams(query).toString();
    return this.base + path + (search && `?${search}`);
  }
}

function toOperation(method: string, path: string, doc: z.infer<typeof OperationDoc>): Operation {
  return {
    route: `${method.toUpperCase()} ${path.replace(PREFIX, '')}`,
    isPublic: doc['x-access'] === 'public',
    isIdempotent: doc['x-idempotent'] === true,
    isOfStudent: doc.parameters.some(({ name, in: where }) => name === 'studentId' && where === 'query'),
    takesJson: Boolean(doc.requestBody?.content['application/json']),
    pathParams: doc.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
    responses: doc.responses,
  };
}

function headersOf({ token, key, body, headers }: ApiRequest): Record<string, string> {
  return {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...headers,
  };
}

function payloadOf({ body, form }: ApiRequest): FormData | string | undefined {
  if (form) return form();
  return body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
}

/** The body, parsed by its contract. */
function check({ route, responses }: Operation, response: Response, bytes: Buffer): unknown {
  const said = `${route} answered ${response.status}`;
  const promise = responses[String(response.status)];
  if (!promise) throw new Error(`${said}, which openapi.json does not promise: ${bytes.toString()}`);
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (!promise.content) {
    if (bytes.length > 0) throw new Error(`${said} with a body, where none is promised`);
    return undefined;
  }
  const content = promise.content[type];
  if (!content)
    throw new Error(`${said} as ${type || 'nothing'}, promised: ${Object.keys(promise.content).join()}`);
  if (type === 'text/event-stream') return eventsOf(bytes.toString());
  if (type !== 'application/json') return bytes;

  const body: unknown = JSON.parse(bytes.toString());
  const name = content.schema?.$ref?.split('/').pop();
  if (name === undefined) return z.looseObject({}).parse(body);
  const schema = (contracts as Record<string, unknown>)[name];
  if (!(schema instanceof z.ZodType)) throw new Error(`${said} with ${name}, which is no contract`);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Error(`${said} with no ${name}: ${z.prettifyError(parsed.error)}`);
  if (name === 'ErrorBody') checkCode(said, promise, parsed.data as contracts.ErrorBody);
  return body;
}

function checkCode(said: string, { description = '' }: ResponseDoc, { code }: contracts.ErrorBody): void {
  if (!description.split(', ').includes(code)) throw new Error(`${said} ${code}, promised: ${description}`);
}

const eventsOf = (text: string) =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, data = '']) =>
    contracts.HomeworkEvent.parse(JSON.parse(data)),
  );
