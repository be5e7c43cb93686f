/** Words of the shared components. */
export const ui = {
  back: '返回',
  close: '关闭',
  cancel: '先不了',
  retry: '再试一次',
  loading: '正在打开',
  more: '更早的',
  failedTitle: '没有打开',
  offlineTitle: '还没连上网',
  requestId: (id: string) => `问题编号 ${id}`,
  lost: '现在连不上，先看上次的内容',
  lostEmpty: '现在连不上，连上网会自己好',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  nearer: '放大照片',
  wholePhoto: '看整页',
  tabs: '主要页面',
} as const;
