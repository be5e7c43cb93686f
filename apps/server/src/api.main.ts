import { ensureDemoFamily } from '@wuhao/auth';
import { env, logger } from '@wuhao/core';
import { createApp } from './create-app';
import { run } from './run';

void run(async () => {
  const { HOST, PORT, DEMO_FAMILY } = env();
  const { app, stop } = await createApp();
  if (DEMO_FAMILY) await ensureDemoFamily(app);
  await app.listen(PORT, HOST);
  logger.info({ port: PORT }, 'api ready');
  return { stop };
});
