export const outboxWords = {
  waiting: (n: number) => `${n} 件事等着上网后交`,
  waitingTitle: '等着上网后交',
  waitingText: '都存在这台设备上，连上网会自己交。',
  refused: (n: number) => `有 ${n} 件没交上，看一看`,
  refusedTitle: '没交上的',
  sendNow: '现在就试',
  sendAgain: '再试一次',
  drop: '不交了',
  requestId: (id: string) => `问题编号 ${id}`,
} as const;
