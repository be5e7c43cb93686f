import type { Page } from 'playwright-core';

export interface ViewMemory {
  heapBytes: number;
  /** DOM nodes that something still holds, drawn or not. */
  nodes: number;
}

/** What the page still holds after its garbage was collected, all frames together. */
export async function measureView(page: Page): Promise<ViewMemory> {
  const client = await page.context().newCDPSession(page);
  try {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    const { nodes } = await client.send('Memory.getDOMCounters');
    return { heapBytes: usedSize, nodes };
  } finally {
    await client.detach();
  }
}
