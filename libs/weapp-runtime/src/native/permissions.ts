import type { Fields } from '../protocol';
import { Refusal } from './refusal';

/** What the user answered to the platform's questions; not asked yet = granted when first asked. */
export class Permissions {
  private readonly answers = new Map<string, boolean>();
  /** The privacy guideline, accepted before unless a test says otherwise. */
  private privacyAccepted = true;

  set(scope: string, granted: boolean): void {
    if (scope === 'privacy') this.privacyAccepted = granted;
    else this.answers.set(scope, granted);
  }

  require(scope: string): void {
    if (this.answers.get(scope) === false) throw new Refusal('auth deny', 103);
    this.answers.set(scope, true);
  }

  authSetting(): Fields {
    return Object.fromEntries(this.answers);
  }

  readonly operations: Record<string, (params: Fields) => Fields> = {
    getSetting: () => ({ authSetting: this.authSetting(), subscriptionsSetting: { mainSwitch: true } }),
    authorize: ({ scope }) => (this.require(String(scope)), {}),
    getPrivacySetting: () => ({
      needAuthorization: !this.privacyAccepted,
      privacyContractName: '《小程序隐私保护指引》',
    }),
    'privacy.accept': () => {
      this.privacyAccepted = true;
      return {};
    },
    openPrivacyContract: () => ({}),
  };
}
