import type { Subject } from '@wuhao/contracts/enums';
import type { Edit } from '../../shared/photo/edit';
import type { Hint } from '../../shared/photo/hints';
import type { DeviceStore } from '../../shared/platform/device-store.types';
import { parseKept } from '../../shared/platform/kept-json';
import { textOf } from '../../shared/platform/text-of';

/** A photo on the device; the rest of it lies there under its id. */
interface PhotoOnDevice {
  id: string;
  bytes?: number;
}

/** A page of a draft, as the device keeps it. */
export interface KeptPage {
  key: string;
  source: PhotoOnDevice;
  photo: PhotoOnDevice;
  edit: Edit;
  hints: Hint[];
  canEdit: boolean;
}

export interface KeptDraft {
  pages: KeptPage[];
  subject: Subject;
}

export type KeptDrafts = ReturnType<typeof createKeptDrafts>;

const SUFFIX = '.draft';
const nameOf = (account: string): string => `of.${account}${SUFFIX}`;

/** What pages an account has photographed and not handed in: one draft each, in the order of the pages. */
export const createKeptDrafts = (store: DeviceStore) => {
  const isDraft = (name: string) => name.endsWith(SUFFIX);
  const put = (name: string, draft: KeptDraft): void => {
    // Without room for it the old one would name photos that are gone.
    if (draft.pages.length === 0 || !store.write(name, JSON.stringify(draft))) store.remove(name);
  };
  const take = (name: string): KeptDraft | null | undefined => {
    const text = store.read(name);
    if (text === undefined) return undefined;
    const kept = parseKept<Partial<KeptDraft>>(text);
    return kept?.pages && kept.subject ? { pages: kept.pages, subject: kept.subject } : null;
  };
  return {
    /** Undefined where the device could not be read. */
    read: (account: string): KeptDraft | null | undefined => take(nameOf(account)),
    write: (account: string, draft: KeptDraft): void => put(nameOf(account), draft),
    remove: (account: string): void => store.remove(nameOf(account)),
    /** These photos are part of a homework now: no draft offers them again. */
    forget: (photoIds: string[]): void => {
      for (const name of (store.names('of.') ?? []).filter(isDraft)) {
        const draft = take(name);
        const left = draft?.pages.filter(({ photo }) => !photoIds.includes(photo.id));
        if (draft && left && left.length < draft.pages.length) put(name, { ...draft, pages: left });
      }
    },
    /** Every draft on this device, of every account, as text; undefined where the device could not be read. */
    text: (): string | undefined => textOf(store, isDraft),
  };
};
