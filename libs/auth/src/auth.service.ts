import { Injectable } from '@nestjs/common';
import type { AccountView, ClientType, RegisterBody } from '@wuhao/contracts';
import { AppError, invalid, type Viewer } from '@wuhao/core';
import { DataSource, type EntityManager } from 'typeorm';
import { ACCESS_TOKEN_SECONDS, AccessTokens } from './access-tokens';
import { Accounts } from './accounts';
import { findAccount, findCredential, type AccountRow } from './auth.queries';
import { whyCommon } from './common-passwords';
import { LogInLimits } from './log-in-limits';
import { LoginSessions, type OpenedSession } from './login-sessions';
import { Passwords } from './passwords';
import type { Granted, PresentedToken } from './refresh-cookie';
import { unauthenticated } from './unauthenticated';

@Injectable()
export class AuthService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly sessions: LoginSessions,
    private readonly passwords: Passwords,
    private readonly limits: LogInLimits,
    private readonly tokens: AccessTokens,
  ) {}

  async register(body: RegisterBody, clientType: ClientType, ip: string): Promise<Granted> {
    const { password, ...registration } = body;
    await this.limits.useRegistration(ip);
    const reason = whyCommon(password, body.phone);
    if (reason) throw invalid('password', reason);
    const passwordHash = await this.passwords.hash(password);
    try {
      return await this.dataSource.transaction(async (tx) => {
        const id = await this.accounts.create(tx, { ...registration, passwordHash });
        return this.grant(tx, await this.sessions.open(tx, id, clientType));
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'CONFLICT') await this.limits.countKnownPhone(ip);
      throw error;
    }
  }

  /** The account of this phone and password. The answer and its time are the same whatever does not fit. */
  authenticate(phone: string, password: string, ip: string): Promise<string> {
    return this.passwords.attempt(async (matches) => {
      await this.limits.checkLogIn(phone, ip);
      const [known] = await findCredential(this.dataSource, phone);
      const isRight = await matches(known?.passwordHash, password);
      if (known && isRight && !known.disabled) {
        await this.limits.forgetFailures(phone, ip);
        return known.accountId;
      }
      await this.limits.countFailure(phone, ip);
      throw new AppError('INVALID_CREDENTIALS', 'Phone or password is wrong');
    });
  }

  async logIn(accountId: string, clientType: ClientType): Promise<Granted> {
    const { manager } = this.dataSource;
    return this.grant(manager, await this.sessions.open(manager, accountId, clientType));
  }

  async refresh(presented: PresentedToken): Promise<Granted> {
    return this.grant(this.dataSource.manager, await this.sessions.rotate(presented));
  }

  async logOut(viewer: Viewer): Promise<void> {
    await this.sessions.revoke(viewer);
  }

  async getAccount({ accountId }: Viewer): Promise<AccountView> {
    return toAccountView(await this.account(this.dataSource, accountId));
  }

  private async grant(on: EntityManager, opened: OpenedSession): Promise<Granted> {
    const { accountId, sessionId, refreshToken, clientType } = opened;
    const account = await this.account(on, accountId);
    const accessToken = this.tokens.sign({ accountId, sessionId, role: account.role });
    const session = { accessToken, expiresIn: ACCESS_TOKEN_SECONDS, user: toAccountView(account) };
    return { session, refreshToken, clientType };
  }

  private async account(on: DataSource | EntityManager, id: string): Promise<AccountRow> {
    const [account] = await findAccount(on, id);
    if (!account) throw unauthenticated();
    return account;
  }
}

const toAccountView = ({ phone, ...account }: AccountRow): AccountView => ({
  ...account,
  phone: phone && `${phone.slice(0, 3)}****${phone.slice(-4)}`,
});
