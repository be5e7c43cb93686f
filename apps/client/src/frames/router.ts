// A file and a task of its own in the browser: config/frame-entries.js. It stands in the place of Taro's router, which
// starts each move at once: one that follows before the last has ended hides the page that it shows, or removes another.
import { createRouter as createTaroRouter } from '@tarojs/router/dist';
import { inTurn } from '../shared/platform/moves-in-turn';
import { ui } from '../shared/ui/shared.zh';
import { toast } from '../shared/ui/toast';

export * from '@tarojs/router/dist';

type Parts = Parameters<typeof createTaroRouter>;
type Config = Parts[2];
type Move = Parameters<Parameters<Parts[0]['listen']>[0]>[0];
/** What Taro's types leave out: its callback comes when React has put all pages where they belong. */
type App = Parts[1] & { render(done: () => void): void };

/** Taro starts a page by loading it; what is loaded once is there. */
const codeOf = async ({ location: { pathname } }: Move, { routes, router }: Config): Promise<void> => {
  const aliases = Object.entries(router.customRoutes ?? {});
  const [page = pathname] = aliases.find(([, alias]) => alias === pathname) ?? [];
  const [code] = (await routes.find(({ path }) => `/${path}` === page)?.load?.()) ?? [];
  await code;
};

const isServerThere = async (): Promise<boolean> => {
  try {
    return (await fetch('/preload.json', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
};

export const createRouter: typeof createTaroRouter = (history, app, config, framework) => {
  const { listen } = history;
  let shown = history.location;
  /** A new release has files of other names: its page is opened anew. Without a network everyone stays where they are. */
  const giveUp = async (move: Move): Promise<void> => {
    if (await isServerThere()) return window.location.reload();
    toast(ui.pageLost, 'offline');
    if (move.action === 'PUSH') history.back();
    else history.replace(shown);
  };
  history.listen = (render) => {
    shown = history.location; // from here on, its own changes of the address are over
    const start = inTurn<Move>(shown.key, {
      load: (move) => codeOf(move, config),
      async render(move) {
        shown = move.location;
        // It gives back the promise of its work, which its type does not tell.
        await (render(move) as unknown);
      },
      async settled() {
        // Taro's own timers of this move, of 0 ms, are older.
        await new Promise<void>((resolve) => setTimeout(resolve));
        await new Promise<void>((resolve) => (app as App).render(resolve));
      },
      giveUp: (move) => void giveUp(move),
    });
    return listen((move) => void start(move));
  };
  const stop = createTaroRouter(history, app, config, framework);
  history.listen = listen;
  return stop;
};
