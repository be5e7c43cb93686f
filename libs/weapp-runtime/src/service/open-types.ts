import type { Fields } from '../protocol';
import { invoke, post } from './bridge';
import { report } from './errors';
import { noteGesture } from './wx/gesture';

const OPEN: Record<string, () => Promise<Fields>> = {
  openSetting: () => invoke('openSetting'),
  agreePrivacyAuthorization: () => invoke('privacy.accept'),
};

/** A button of the page opened something of the platform; the tap on it allows that by itself. */
export async function openByButton(webviewId: number, button: number, type: string): Promise<void> {
  noteGesture();
  try {
    const detail = { errMsg: `${type}:ok`, ...(await OPEN[type]?.()) };
    post(webviewId, { kind: 'opened', button, type, detail });
  } catch (failure) {
    report(failure);
  }
}
