import type { Subject } from '@wuhao/contracts/enums';
import { darkroom } from '../../shared/photo/darkroom';
import { keptPhotos } from '../../shared/platform/kept-photos';
import { pictures } from '../../shared/platform/pictures';
import { tabs } from '../../shared/platform/tabs';
import { accountOf } from '../../shared/session/create-session';
import { session } from '../../shared/session/session';
import { useStore } from '../../shared/store';
import { createDraftKeeper } from './draft-keeper';
import { goesByItself } from './outbox';
import { createPhotoDraft, type DraftPhoto } from './photo-draft';
import { keptDrafts, removeUnnamed, withPhotos } from './photos-on-device';

/** One for the app: the pages for taking and for cutting photos share it, and it outlives both. */
export const photoDraft = createPhotoDraft({ darkroom, release: pictures.release });

export const draftKeeper = createDraftKeeper(photoDraft, {
  drafts: keptDrafts,
  photos: keptPhotos,
  show: pictures.show,
  remove: removeUnnamed,
  isOnItsWay: goesByItself,
  withPhotos,
  hold: () => tabs.hold('draft'),
  letGo: () => tabs.letGo('draft'),
});

// Nothing of one account is shown to the next.
const follow = () => {
  const account = accountOf(session.state());
  if (account !== null) draftKeeper.belongTo(account.id);
  else if (session.state().status === 'out') draftKeeper.belongTo(null);
};
session.subscribe(follow);
follow();

export const useDraftPhotos = (): DraftPhoto[] =>
  useStore({ get: photoDraft.photos, subscribe: photoDraft.subscribe });

export const useDraftSubject = (): Subject =>
  useStore({ get: photoDraft.subject, subscribe: photoDraft.subscribe });

/** The photos of the last visit are being looked for on the device. */
export const useIsDraftOpening = (): boolean =>
  useStore({ get: draftKeeper.isOpening, subscribe: draftKeeper.subscribe });
