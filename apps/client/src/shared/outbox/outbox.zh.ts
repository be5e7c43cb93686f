import { ui } from '../ui/shared.zh';

export const outboxWords = {
  waiting: (n: number) => `${n} 件事等着上网后交`,
  waitingTitle: '等着上网后交',
  waitingText: '都存在这台设备上，连上网会自己交。',
  unkeptText: '这台设备地方不够，还没有都存下。先别关掉，连上网会自己交。',
  unknown: '以前记下的一件事',
  refused: (n: number) => `有 ${n} 件没交上，看一看`,
  refusedTitle: '没交上的',
  sendNow: '现在就试',
  sendAgain: '再试一次',
  drop: '去掉',
  dropThis: (what: string) => `去掉：${what}`,
  dropTitle: '去掉这一件',
  dropText: (what: string) => `「${what}」还没有交上去。去掉以后不会再交，也找不回来。`,
  dropYes: '去掉它',
  requestId: ui.requestId,
} as const;
