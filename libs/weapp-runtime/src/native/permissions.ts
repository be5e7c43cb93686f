import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Fields } from '../protocol';
import { Refusal } from './refusal';

/** Stands beside the scopes, as the user's other answer to the platform. */
export const PRIVACY = 'privacy';
const GRANTED = 'granted';
const REFUSED = 'refused';

/**
 * What the user answered to the platform's questions: kept on the phone until they change it, whoever starts or kills
 * the app. Always read anew, because the test changes it from outside the logic's process; a file for each answer, so
 * that neither of the two undoes what the other one has just set.
 */
export class Permissions {
  private readonly dir: string;

  constructor(dir: string) {
    this.dir = path.join(dir, 'permissions');
    mkdirSync(this.dir, { recursive: true });
  }

  private answer(scope: string): boolean | undefined {
    const file = path.join(this.dir, scope);
    return existsSync(file) ? readFileSync(file, 'utf8') === GRANTED : undefined;
  }

  set(scope: string, granted: boolean): void {
    const file = path.join(this.dir, scope);
    const written = path.join(this.dir, `.${scope}.${process.pid}`);
    writeFileSync(written, granted ? GRANTED : REFUSED);
    renameSync(written, file);
  }

  /** Not asked yet = granted when first asked. */
  require(scope: string): void {
    if (this.answer(scope) === undefined) this.grantUnlessAnswered(scope);
    if (this.answer(scope) === false) throw new Refusal('auth deny', 103);
  }

  private grantUnlessAnswered(scope: string): void {
    try {
      writeFileSync(path.join(this.dir, scope), GRANTED, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // the test was faster
    }
  }

  authSetting(): Fields {
    const scopes = readdirSync(this.dir).filter((name) => !name.startsWith('.') && name !== PRIVACY);
    return Object.fromEntries(scopes.map((scope) => [scope, this.answer(scope)]));
  }

  readonly operations: Record<string, (params: Fields) => Fields> = {
    getSetting: () => ({ authSetting: this.authSetting(), subscriptionsSetting: { mainSwitch: true } }),
    authorize: ({ scope }) => (this.require(String(scope)), {}),
    getPrivacySetting: () => ({
      // Accepted before unless a test says otherwise.
      needAuthorization: this.answer(PRIVACY) === false,
      privacyContractName: '《小程序隐私保护指引》',
    }),
    'privacy.accept': () => (this.set(PRIVACY, true), {}),
    openPrivacyContract: () => ({}),
  };
}
