import { useSyncExternalStore } from 'react';
import { openPhoto } from '../../shared/platform/open-photo';
import { pictures } from '../../shared/platform/pictures';
import { session } from '../../shared/session/session';
import { createPhotoDraft, type DraftPhoto } from './photo-draft';

/** One for the app: the pages for taking and for cutting photos share it, and it outlives both. */
export const photoDraft = createPhotoDraft({ open: openPhoto, release: pictures.release });

// Nothing of one account is shown to the next.
session.subscribe(() => {
  if (session.state().status === 'out') photoDraft.clear();
});

export const useDraftPhotos = (): DraftPhoto[] =>
  useSyncExternalStore(photoDraft.subscribe, photoDraft.photos, photoDraft.photos);
