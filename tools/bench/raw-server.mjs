// The least that can answer: node:http, an HS256 check, the same prepared statements on a pg pool, JSON.stringify of
// the same answer. Routes come by IPC: [{ path, statements: [{ name, text, values }], answer }].
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, options: '-c timezone=UTC' });
const key = createSecretKey(Buffer.from(process.env.TOKEN_SECRET));
const asText = { getTypeParser: () => (value) => value };

function check(header) {
  const [head, body, signature] = String(header).slice('Bearer '.length).split('.');
  const expected = createHmac('sha256', key).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature ?? '', 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  return JSON.parse(Buffer.from(body, 'base64url')).exp * 1000 > Date.now();
}

process.once('message', (routes) => {
  const byPath = new Map(routes.map((route) => [route.path, route]));
  const server = http.createServer(async (request, response) => {
    const route = byPath.get(request.url);
    if (!route || !check(request.headers.authorization)) {
      response.writeHead(401).end();
      return;
    }
    await Promise.all(route.statements.map((statement) => pool.query({ ...statement, types: asText })));
    const body = JSON.stringify(route.answer);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
});
process.on('disconnect', () => process.exit(0));
