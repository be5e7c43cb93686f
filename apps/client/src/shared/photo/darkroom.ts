import { openPhoto } from '../platform/open-photo';
import { pictures } from '../platform/pictures';
import { createDarkroom } from './create-darkroom';

/** One for the app: a mini-program's pages call their canvas alike, so that two drawings could meet on one. */
export const darkroom = createDarkroom({ open: openPhoto, release: pictures.release });
