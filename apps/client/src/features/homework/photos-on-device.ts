import { outbox } from '../../shared/outbox/outbox';
import { deviceStore } from '../../shared/platform/device-store';
import { keptPhotos } from '../../shared/platform/kept-photos';
import { tabs } from '../../shared/platform/tabs';
import { accountOf } from '../../shared/session/create-session';
import { session } from '../../shared/session/session';
import { createKeptDrafts } from './kept-drafts';

export const keptDrafts = createKeptDrafts(deviceStore);

/** Keeping photos and naming them, and looking for photos that nobody names: never at the same time, in any tab. */
export const withPhotos = <T>(work: () => Promise<T>): Promise<T> => tabs.alone('photos', work);

/** Removes those that neither a draft nor a homework in the outbox names. Only to be called by what is `withPhotos`. */
export const removeUnnamed = async (ids: string[]): Promise<void> => {
  const [writes, drafts] = [outbox.kept(), keptDrafts.text()];
  if (writes === undefined || drafts === undefined) return; // who knows what they name
  for (const id of ids) if (!writes.includes(id) && !drafts.includes(id)) await keptPhotos.remove(id);
};

/** The app was killed between keeping photos and naming them. */
export const sweepPhotos = (): Promise<void> => withPhotos(async () => removeUnnamed(await keptPhotos.ids()));

const throwDraftAway = (account: string): void => {
  const { pages } = keptDrafts.read(account) ?? { pages: [] };
  keptDrafts.remove(account);
  void withPhotos(() => removeUnnamed(pages.flatMap(({ source, photo }) => [source.id, photo.id])));
};

/** Who logs out leaves no draft; whose session has merely ended finds it again. */
export const watchLogOut = (): void => {
  let account: string | null = null;
  const look = () => {
    const state = session.state();
    if (state.status !== 'out') account = accountOf(state)?.id ?? account;
    else if (!state.expired && account !== null) throwDraftAway(account);
  };
  session.subscribe(look);
  look();
};
