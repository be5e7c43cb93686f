import type { ClientType, Role } from '@wuhao/contracts';
import { prepared } from '@wuhao/db';

export type AccountRow = { id: string; role: Role; nickname: string; phone: string | null };

/** Enabled accounts only. */
export const findAccount = prepared<AccountRow, [string]>(
  'account.find',
  `select a.id, a.role, p.nickname, i.value as phone
     from account a
     join profile p on p.account_id = a.id
     left join login_identity i on i.account_id = a.id and i.kind = 'phone'
    where a.id = $1 and a.disabled_at is null`,
);

export const findCredential = prepared<
  { accountId: string; passwordHash: string; disabled: boolean },
  [string]
>(
  'credential.find',
  `select i.account_id as "accountId", c.password_hash as "passwordHash", a.disabled_at is not null as disabled
     from login_identity i
     join account a on a.id = i.account_id
     join credential c on c.account_id = i.account_id
    where i.kind = 'phone' and i.value = $1`,
);

/** No row when somebody has this phone already. */
export const claimPhone = prepared<{ value: string }, [string, string]>(
  'login_identity.claim_phone',
  `insert into login_identity (kind, value, account_id) values ('phone', $1, $2)
   on conflict do nothing returning value`,
);

export type SessionRow = {
  clientType: ClientType;
  tokenHash: string;
  previousHash: string | null;
  successorSealed: string | null;
  rotatedAt: string;
  expiresAt: string;
  ended: boolean;
};

/** Held until the transaction ends: of many refreshes at once the first rotates, the others see it. */
export const lockSession = prepared<SessionRow, [string, string]>(
  'login_session.lock',
  `select s.client_type as "clientType", encode(s.token_hash, 'hex') as "tokenHash",
          encode(s.previous_hash, 'hex') as "previousHash", encode(s.successor_sealed, 'hex') as "successorSealed",
          s.rotated_at as "rotatedAt", s.expires_at as "expiresAt",
          s.revoked_at is not null or a.disabled_at is not null as ended
     from login_session s
     join account a on a.id = s.account_id
    where s.account_id = $1 and s.id = $2
      for update of s`,
);

export const rotateSession = prepared<never, [string, string, Buffer, Buffer, Date, Date]>(
  'login_session.rotate',
  `update login_session
      set previous_hash = token_hash, token_hash = $3, successor_sealed = $4, rotated_at = $5, expires_at = $6
    where account_id = $1 and id = $2`,
);

export const revokeSession = prepared<never, [string, string, Date]>(
  'login_session.revoke',
  `update login_session set revoked_at = $3, previous_hash = null, successor_sealed = null
    where account_id = $1 and id = $2 and revoked_at is null`,
);

export const listRevoked = prepared<{ id: string; revokedAt: string }, [Date]>(
  'login_session.list_revoked',
  `select id, revoked_at as "revokedAt" from login_session where revoked_at > $1`,
);

/** Sessions of the account that nobody can come back to. */
export const forgetExpired = prepared<never, [accountId: string, now: Date]>(
  'login_session.forget_expired',
  'delete from login_session where account_id = $1 and expires_at < $2',
);
