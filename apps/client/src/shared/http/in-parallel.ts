/** Runs the tasks in order, at most `limit` at a time; stops starting new ones after the first failure. */
export const inParallel = async (limit: number, tasks: (() => Promise<void>)[]): Promise<void> => {
  const waiting = [...tasks];
  let failed = false;
  const work = async () => {
    for (let task = waiting.shift(); task && !failed; task = waiting.shift()) {
      try {
        await task();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: limit }, work));
  const broken = workers.find((worker) => worker.status === 'rejected');
  if (broken) throw broken.reason;
};
