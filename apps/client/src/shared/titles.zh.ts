/** Titles of pages and tabs. */
export const titles = {
  product: '五好伴学',
  home: '首页',
  mistakes: '错题本',
  me: '我的',
} as const;
