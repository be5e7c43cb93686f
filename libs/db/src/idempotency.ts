import { createHash } from 'node:crypto';
import { AppError } from '@wuhao/core';
import type { EntityManager } from 'typeorm';
import { prepared } from './prepared';

const claim = prepared<{ key: string }, [string, string, Buffer]>(
  'idempotent_write.claim',
  `insert into idempotent_write (account_id, key, body_hash) values ($1, $2, $3)
   on conflict do nothing returning key`,
);
const find = prepared<{ body_hash: string; answer: unknown }, [string, string]>(
  'idempotent_write.find',
  `select encode(body_hash, 'hex') as body_hash, answer from idempotent_write where account_id = $1 and key = $2`,
);
const keep = prepared<never, [string, string, string]>(
  'idempotent_write.keep',
  'update idempotent_write set answer = $3::jsonb where account_id = $1 and key = $2',
);

/** Keys live for 30 days; a few more, so that no client's clock matters. */
export const forgetKeys = prepared<{ key: string }, []>(
  'idempotent_write.forget',
  `delete from idempotent_write where created_at < now() - interval '35 days' returning key`,
);

/** Equal for equal bodies, whatever the order of their keys. */
export function bodyHash(body: unknown): Buffer {
  return createHash('sha256').update(canonical(body)).digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

export const keyReused = () => new AppError('CONFLICT', 'This Idempotency-Key was used for another request');

/**
 * Runs `write` once for a key and gives its first answer to every repeat; the same key with another body is
 * CONFLICT. A repeat that comes at the same time waits for the first. `write` and the key stand or fall with
 * the transaction. The answer must be JSON.
 */
export async function once<Answer>(
  tx: EntityManager,
  { accountId, key, body }: { accountId: string; key: string; body: unknown },
  write: () => Promise<Answer>,
): Promise<Answer> {
  const hash = bodyHash(body);
  const [first] = await claim(tx, accountId, key, hash);
  if (first) {
    const answer = await write();
    await keep(tx, accountId, key, JSON.stringify(answer));
    return answer;
  }
  const [earlier] = await find(tx, accountId, key);
  if (earlier?.body_hash !== hash.toString('hex')) throw keyReused();
  return earlier.answer as Answer;
}
