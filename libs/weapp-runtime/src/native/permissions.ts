import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fields } from '../protocol';
import { Refusal } from './refusal';

/** Stands beside the scopes, as the user's other answer to the platform. */
export const PRIVACY = 'privacy';

/**
 * What the user answered to the platform's questions: kept on the phone until they change it, whoever starts or kills
 * the app. Always read anew, because the test changes it from outside the logic's process.
 */
export class Permissions {
  private readonly file: string;

  constructor(dir: string) {
    this.file = path.join(dir, 'permissions.json');
  }

  private answers(): Record<string, boolean> {
    return existsSync(this.file)
      ? (JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, boolean>)
      : {};
  }

  set(scope: string, granted: boolean): void {
    const written = `${this.file}.${process.pid}`;
    writeFileSync(written, JSON.stringify({ ...this.answers(), [scope]: granted }));
    renameSync(written, this.file);
  }

  /** Not asked yet = granted when first asked. */
  require(scope: string): void {
    if (this.answers()[scope] === false) throw new Refusal('auth deny', 103);
    this.set(scope, true);
  }

  authSetting(): Fields {
    return Object.fromEntries(Object.entries(this.answers()).filter(([scope]) => scope !== PRIVACY));
  }

  readonly operations: Record<string, (params: Fields) => Fields> = {
    getSetting: () => ({ authSetting: this.authSetting(), subscriptionsSetting: { mainSwitch: true } }),
    authorize: ({ scope }) => (this.require(String(scope)), {}),
    getPrivacySetting: () => ({
      // Accepted before unless a test says otherwise.
      needAuthorization: this.answers()[PRIVACY] === false,
      privacyContractName: '《小程序隐私保护指引》',
    }),
    'privacy.accept': () => (this.set(PRIVACY, true), {}),
    openPrivacyContract: () => ({}),
  };
}
