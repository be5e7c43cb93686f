/** Made by the build: what each address of the app needs besides the document's own files. */
const LIST = '/preload.json';
/** The page that the person waits for comes first, with all that it reads. */
const QUIET_MS = 3_000;

/** Not in every browser's types yet: https://wicg.github.io/netinfo/ */
type Connection = { saveData?: boolean; effectiveType?: string };
const isSparing = (): boolean => {
  const { saveData, effectiveType } = (navigator as { connection?: Connection }).connection ?? {};
  return saveData === true || /2g$/.test(effectiveType ?? '');
};

const whenIdle = (work: () => void): void => {
  // Safari has it not.
  if ('requestIdleCallback' in window) window.requestIdleCallback(work);
  else setTimeout(work);
};

/** Read to its end, or the browser does not keep it. */
const load = async (file: string): Promise<string> => (await fetch(file, { priority: 'low' })).text();

const loadAll = async (): Promise<void> => {
  try {
    const list = JSON.parse(await load(LIST)) as Record<string, string[]>;
    // One after the other: whatever the person does meanwhile has the network for itself but for one small file.
    for (const file of new Set(Object.values(list).flat())) await load(file);
  } catch {
    // Until then, the pages that were opened before can be opened again.
    isAsked = false;
    window.addEventListener('online', fetchPageCode, { once: true });
  }
};

let isAsked = false;
/**
 * Brings the code of all pages into the browser's cache, so that each can be opened without a network. None of it runs
 * before its page is opened. Once in the app's life, unless the network goes meanwhile; not where data is short.
 */
export const fetchPageCode = (): void => {
  if (isAsked || isSparing()) return;
  isAsked = true;
  setTimeout(() => whenIdle(() => void loadAll()), QUIET_MS);
};
