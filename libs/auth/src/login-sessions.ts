import { Injectable } from '@nestjs/common';
import type { ClientType } from '@wuhao/contracts';
import { Clock, uuidv7, type Viewer } from '@wuhao/core';
import { LoginSession } from '@wuhao/db';
import { DataSource, type EntityManager } from 'typeorm';
import { forgetExpired, lockSession, revokeSession, rotateSession, type SessionRow } from './auth.queries';
import type { PresentedToken } from './refresh-cookie';
import { hashOf, makeRefreshToken, openSuccessor, parseRefreshToken, sealSuccessor } from './refresh-token';
import type { SessionKey } from './refresh-token';
import { RevokedSessions } from './revoked-sessions';
import { SESSION_SECONDS, standing, type SessionState } from './rotation';
import { unauthenticated } from './unauthenticated';

export type OpenedSession = SessionKey & { refreshToken: string; clientType: ClientType };

/** Log-ins: each is a family of refresh tokens, of which one is good at a time. */
@Injectable()
export class LoginSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly revoked: RevokedSessions,
    private readonly clock: Clock,
  ) {}

  async open(tx: EntityManager, accountId: string, clientType: ClientType): Promise<OpenedSession> {
    const key = { accountId, sessionId: uuidv7() };
    const refreshToken = makeRefreshToken(key);
    const now = this.clock.now();
    await forgetExpired(tx, accountId, now);
    await tx.insert(LoginSession, {
      accountId,
      id: key.sessionId,
      clientType,
      tokenHash: hashOf(refreshToken),
      rotatedAt: now,
      createdAt: now,
      expiresAt: expiry(now),
    });
    return { ...key, refreshToken, clientType };
  }

  /**
   * Exchanges a refresh token for its successor; the same successor again within the grace, also for many at once.
   * UNAUTHENTICATED otherwise; a token that was exchanged long ago ends its session, for it has been stolen or copied.
   */
  async rotate(presented: PresentedToken): Promise<OpenedSession> {
    const key = parseRefreshToken(presented.token);
    if (!key) throw unauthenticated();
    const successor = await this.dataSource.transaction((tx) => this.exchange(tx, key, presented));
    if (successor === 'reused') this.revoked.add(key.sessionId);
    if (successor === 'reused' || successor === 'refused') throw unauthenticated();
    return { ...key, refreshToken: successor, clientType: presented.clientType };
  }

  /** Its refresh token is dead with this call, its access tokens within seconds in every process. */
  async revoke({ accountId, sessionId }: Viewer): Promise<void> {
    await revokeSession(this.dataSource, accountId, sessionId, this.clock.now());
    this.revoked.add(sessionId);
  }

  private async exchange(
    tx: EntityManager,
    { accountId, sessionId }: SessionKey,
    { token, clientType }: PresentedToken,
  ): Promise<string> {
    const now = this.clock.now();
    const [row] = await lockSession(tx, accountId, sessionId);
    if (!row) return 'refused';
    const hash = hashOf(token).toString('hex');
    const is = standing(toState(row), { hash, clientType }, now.getTime());
    if (is === 'repeated') return openSuccessor(Buffer.from(row.successorSealed ?? '', 'hex'), token);
    if (is === 'reused') await revokeSession(tx, accountId, sessionId, now);
    if (is !== 'current') return is;
    const successor = makeRefreshToken({ accountId, sessionId });
    const sealed = sealSuccessor(successor, token);
    await rotateSession(tx, accountId, sessionId, hashOf(successor), sealed, now, expiry(now));
    return successor;
  }
}

const expiry = (now: Date) => new Date(now.getTime() + SESSION_SECONDS * 1000);

const toState = (row: SessionRow): SessionState => ({
  ...row,
  rotatedAtMs: Date.parse(row.rotatedAt),
  expiresAtMs: Date.parse(row.expiresAt),
});
