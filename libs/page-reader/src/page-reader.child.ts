// The process that reads pages: one set of models, one page after the other. It has no secrets, and whatever a
// picture does to it, the worker lives on.
import { Detector } from './detector';
import { loadModels } from './models';
import { readPage } from './page';
import type { FromChild, ToChild } from './page-reading';
import { Recogniser } from './recogniser';

const say = (message: FromChild): void => void process.send?.(message);

async function serve(): Promise<void> {
  const models = await loadModels();
  const engine = { models, detector: new Detector(models), recogniser: new Recogniser(models) };
  process.on('message', ({ picture }: ToChild) => {
    readPage(Buffer.from(picture), engine)
      .then((reading) => say({ type: 'read', reading }))
      .catch((error: Error) => say({ type: 'failed', message: error.stack ?? String(error) }));
  });
  say({ type: 'ready' });
}

process.on('disconnect', () => process.exit(0));
serve().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
