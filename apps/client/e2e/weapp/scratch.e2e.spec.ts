import { launch } from '@wuhao/weapp-runtime';
it('boots', async () => {
  const app = await launch({
    dist: 'dist/client/weapp',
    hosts: { 'https://api.wuhao.example': 'http://127.0.0.1:9' },
  }).catch((e) => {
    console.log('LAUNCH', e.stack);
    throw e;
  });
  try {
    await new Promise((r) => setTimeout(r, 1500));
    console.log(await app.currentPath(), await app.text());
    console.log(JSON.stringify(app.report(), null, 1).slice(0, 6000));
    await app.screenshot('tmp/screenshots/scratch.png');
  } finally {
    await app.close();
  }
}, 60000);
