import type { Fields } from '../../protocol';
import { ApiFailure, invoke } from '../bridge';
import { emit, isListenedTo } from './listeners';

type Answer = 'agree' | 'disagree';

/** The app shows its own words about the guideline and says what came of them. */
const askApp = (referrer: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const answer = ({ event, buttonId }: Fields): void => {
      // Tells the platform only that the words were shown.
      if (event === 'exposureAuthorization') return;
      if (event !== 'agree') return resolve('disagree');
      if (typeof buttonId === 'string' && buttonId !== '') resolve('agree');
      else reject(new ApiFailure('privacy permission is not authorized', 104));
    };
    emit('onNeedPrivacyAuthorization', answer, { referrer });
  });

const askUser = async (): Promise<Answer> =>
  (await invoke('askPrivacy', {})).confirm === true ? 'agree' : 'disagree';

/**
 * What comes before an API that touches the person's own things, until the guideline is accepted: the app's question
 * where it listens for that, otherwise the platform's.
 */
export async function requirePrivacy(referrer: string): Promise<void> {
  const { needAuthorization } = await invoke('getPrivacySetting', {});
  if (needAuthorization !== true) return;
  const answer = isListenedTo('onNeedPrivacyAuthorization') ? await askApp(referrer) : await askUser();
  if (answer !== 'agree') throw new ApiFailure('privacy permission is not authorized', 104);
  await invoke('privacy.accept', {});
}
