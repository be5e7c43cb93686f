/** Titles of pages and tabs. */
export const titles = {
  product: '五好伴学',
  home: '首页',
  mistakes: '错题本',
  me: '我的',
  login: '登录',
  register: '注册',
  capture: '拍作业',
  cropPhoto: '裁剪照片',
  progress: '正在批改',
  result: '批改结果',
  homeworkList: '全部作业',
  mistake: '错题',
  addMistake: '添加错题',
  review: '今晚复习',
  child: '孩子',
  profile: '个人资料',
} as const;
