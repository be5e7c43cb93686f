import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** What a refresh token says in the clear: where its row is. The secret beside it opens that row. */
export type SessionKey = { accountId: string; sessionId: string };

const UUID_BYTES = 16;
const SECRET_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** `accountId.sessionId.secret`, each part base64url. */
export function makeRefreshToken({ accountId, sessionId }: SessionKey): string {
  return [uuidBytes(accountId), uuidBytes(sessionId), randomBytes(SECRET_BYTES)]
    .map((part) => part.toString('base64url'))
    .join('.');
}

/** Undefined for what no server of ours ever made. */
export function parseRefreshToken(token: string): SessionKey | undefined {
  const parts = token.split('.').map((part) => Buffer.from(part, 'base64url'));
  const [account, session, secret] = parts;
  if (parts.length !== 3 || account?.length !== UUID_BYTES || session?.length !== UUID_BYTES)
    return undefined;
  if (secret?.length !== SECRET_BYTES) return undefined;
  // One spelling only: base64url decoding is lenient, and a token is compared by its hash.
  if (parts.map((part) => part.toString('base64url')).join('.') !== token) return undefined;
  return { accountId: uuidText(account), sessionId: uuidText(session) };
}

/** The secret has 256 bits: a plain hash cannot be searched. */
export const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** Opened only with the token before it, of which the database keeps no more than a hash. */
export function sealSuccessor(successor: string, previous: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(previous), iv);
  const sealed = Buffer.concat([cipher.update(successor), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Throws when `previous` is not the token that it was sealed with. */
export function openSuccessor(sealed: Buffer, previous: string): string {
  const iv = sealed.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(CIPHER, sealingKey(previous), iv, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const opened = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([opened, decipher.final()]).toString();
}

const sealingKey = (previous: string) =>
  Buffer.from(hkdfSync('sha256', previous, '', 'wuhao refresh successor', 32));

const uuidBytes = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');

const uuidText = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
