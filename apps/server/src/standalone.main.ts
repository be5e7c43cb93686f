import { standaloneEnv } from '@wuhao/core/env';
import { Supervisor } from './standalone/supervisor';

const say = (line: string) => process.stdout.write(`${line}\n`);
// Whoever read our words may be gone before us.
process.stdout.on('error', () => undefined);

function start(): void {
  let supervisor: Supervisor;
  try {
    supervisor = new Supervisor(standaloneEnv(), __dirname, say);
  } catch (error) {
    say((error as Error).message);
    process.exit(1);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => supervisor.stop());
  void supervisor.run().then((exitCode) => process.exit(exitCode));
}

start();
