import { createHash, createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService, type JwtModuleOptions } from '@nestjs/jwt';
import { ROLES, type Role } from '@wuhao/contracts';
import { Clock, env, type Viewer } from '@wuhao/core';

export const ACCESS_TOKEN_SECONDS = 15 * 60;
const ISSUER = 'wuhao';
const AUDIENCE = 'wuhao-api';
/** Tokens that are remembered as verified. About 1 kB each. */
const REMEMBERED = 10_000;

type Claims = { sub: string; sid: string; role: Role; typ: 'access'; iat: number; exp: number };
type Verified = { viewer: Viewer; exp: number };

/** A KeyObject: a secret as text would be turned into a key again for every token. */
export function jwtOptions(): JwtModuleOptions {
  const { TOKEN_SECRET } = env();
  return {
    secret: createSecretKey(Buffer.from(TOKEN_SECRET)),
    signOptions: { algorithm: 'HS256', issuer: ISSUER, audience: AUDIENCE, keyid: keyId(TOKEN_SECRET) },
    verifyOptions: { algorithms: ['HS256'], issuer: ISSUER, audience: AUDIENCE },
  };
}

/** Names the key without telling anything of it. */
const keyId = (secret: string) => createHash('sha256').update(`kid:${secret}`).digest('hex').slice(0, 8);

@Injectable()
export class AccessTokens {
  /** A client sends one token for a quarter of an hour: its signature is checked once. */
  private readonly verified = new Map<string, Verified>();
  private readonly kid = keyId(env().TOKEN_SECRET);

  constructor(
    private readonly jwt: JwtService,
    private readonly clock: Clock,
  ) {}

  sign({ accountId, role, sessionId }: Viewer): string {
    const iat = this.nowSeconds();
    const claims: Claims = {
      sub: accountId,
      sid: sessionId,
      role,
      typ: 'access',
      iat,
      exp: iat + ACCESS_TOKEN_SECONDS,
    };
    return this.jwt.sign(claims);
  }

  /** Undefined for anything but a good access token of ours, whatever is wrong with it. */
  verify(token: string): Viewer | undefined {
    const known = this.verified.get(token);
    if (known) return known.exp > this.nowSeconds() ? known.viewer : this.forget(token);
    const fresh = this.check(token);
    if (fresh) this.remember(token, fresh);
    return fresh?.viewer;
  }

  private check(token: string): Verified | undefined {
    try {
      const { header, payload } = this.jwt.verify<{ header: { kid?: string }; payload: Partial<Claims> }>(
        token,
        { complete: true, clockTimestamp: this.nowSeconds() },
      );
      const { sub, sid, role, typ, exp } = payload;
      // A token of another kind that is signed with the same key is no access token.
      if (header.kid !== this.kid || typ !== 'access' || !role || !ROLES.includes(role)) return undefined;
      if (typeof sub !== 'string' || typeof sid !== 'string' || typeof exp !== 'number') return undefined;
      return { viewer: { accountId: sub, role, sessionId: sid }, exp };
    } catch {
      return undefined;
    }
  }

  private remember(token: string, verified: Verified): void {
    const [oldest] = this.verified.keys();
    if (oldest !== undefined && this.verified.size >= REMEMBERED) this.verified.delete(oldest);
    this.verified.set(token, verified);
  }

  private forget(token: string): undefined {
    this.verified.delete(token);
  }

  private nowSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}
