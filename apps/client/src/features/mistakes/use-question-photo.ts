import { useEffect, useRef, useState } from 'react';
import { darkroom } from '../../shared/photo/darkroom';
import { shrinkPhoto } from '../../shared/photo/shrink';
import { pictures } from '../../shared/platform/pictures';
import type { LocalPhoto } from '../../shared/platform/transport.types';

interface Taken {
  /** As it was chosen, to be seen at once. */
  photo: LocalPhoto;
  /** What goes up. */
  small: Promise<LocalPhoto>;
  /** Makes it smaller no further. */
  giveUp(): void;
}

const take = (photo: LocalPhoto): Taken => {
  const drawing = new AbortController();
  return {
    photo,
    small: shrinkPhoto(darkroom, photo, drawing.signal),
    giveUp: () => drawing.abort(),
  };
};

const free = async ({ photo, small }: Taken): Promise<void> => {
  pictures.release(photo);
  const drawn = await small;
  if (drawn !== photo) pictures.release(drawn);
};

/** The photo of a question: shown as soon as it is chosen, and made smaller meanwhile. */
export const useQuestionPhoto = () => {
  const [taken, setTaken] = useState<Taken | null>(null);
  const last = useRef<Taken | null>(null);
  const put = (next: Taken | null) => {
    last.current?.giveUp();
    if (last.current) void free(last.current);
    last.current = next;
    setTaken(next);
  };
  useEffect(
    () => () => {
      // Not given up: it may be on its way into the book.
      if (last.current) void free(last.current);
    },
    [],
  );
  return {
    photo: taken?.photo ?? null,
    small: taken?.small ?? null,
    take: (photo: LocalPhoto) => put(take(photo)),
    remove: () => put(null),
  };
};
