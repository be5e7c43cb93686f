/** Below those that the system hands out by itself. */
const FIRST = 20_000;
const COUNT = 3_000;
const PARTS = 4;

const drawn = new Set<number>();

/**
 * A port that nobody takes while its owner is away: drawn once, and from another part by each of a few processes that
 * test at the same time.
 */
export function drawPort(): number {
  const first = FIRST + (Number(process.env.JEST_WORKER_ID ?? 0) % PARTS) * COUNT;
  let port: number;
  do port = first + Math.floor(Math.random() * COUNT);
  while (drawn.has(port));
  drawn.add(port);
  return port;
}
