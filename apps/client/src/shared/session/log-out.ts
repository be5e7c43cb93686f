import { ApiError } from '../http/api-error';
import type { Outbox } from '../outbox/create-outbox';
import { session } from './session';

/** What becomes of the writes that the server does not have yet. */
export type LeavingWrites =
  /** Hand them in now; who cannot stays logged in. */
  | 'send'
  /** They stay on this device, for this account alone, until its next log-in. */
  | 'keep'
  | 'discard';

/** Nothing else of the account stays on the device: reads, pictures and tokens go with its session. */
export const logOut = async (outbox: Outbox, writes: LeavingWrites): Promise<void> => {
  if (writes === 'send') {
    await outbox.sendNow();
    const { waiting, refused, problem } = outbox.state();
    if (waiting.length > 0) throw problem ?? new ApiError('NETWORK', 'not all could be sent');
    // Nor does the server have what it has refused, before or just now.
    const [first] = refused;
    if (first) throw new ApiError(first.refused!.code, 'not all was taken', first.refused);
  }
  if (writes === 'discard') {
    const { waiting, refused } = outbox.state();
    for (const { id } of [...waiting, ...refused]) outbox.drop(id);
  }
  await session.end();
};
