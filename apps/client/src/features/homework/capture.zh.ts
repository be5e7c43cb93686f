import type { Hint } from '../../shared/photo/hints';
import type { Edge } from '../../shared/photo/edit';

const shortHints: Record<Hint, string> = { blurred: '有点糊', dark: '有点暗', tilted: '有点斜' };

interface StripWords {
  hints: readonly Hint[];
  part?: number;
  refused: boolean;
}

/** Taking, ordering and changing the photos of a homework. */
export const capture = {
  camera: '拍一张',
  album: '相册',
  empty: '把作业放平，拍全一页',
  tips: '光线亮一点，正着拍，一页一张',
  kept: '上次没交的照片还在这里',
  pages: '照片的顺序',
  photoN: (n: number) => `第 ${n} 张照片`,
  /** With what has happened to it: `part` of it, 0-1, is uploaded. */
  photoInStrip: (n: number, { hints, part, refused }: StripWords) =>
    [
      `第 ${n} 张照片`,
      ...hints.map((hint) => shortHints[hint]),
      ...(part === 1 ? ['传好了'] : part === undefined ? [] : [`传了 ${Math.floor(part * 100)}%`]),
      ...(refused ? ['要换一张'] : []),
    ].join('，'),
  full: '一次最多 9 张，这次已经够了',
  addTitle: '再加一页',
  add: '加一页',

  hints: {
    blurred: '有点糊，重拍会看得更清楚',
    dark: '有点暗，开灯或靠窗再拍会更清楚',
    tilted: '有点斜，摆正再拍会更好看',
  } satisfies Record<Hint, string>,

  actions: '这一张',
  retake: '重拍',
  retakeTitle: '重拍这一张',
  turn: '旋转',
  crop: '裁剪',
  earlier: '往前',
  later: '往后',
  remove: '去掉',
  labelOf: (action: string, n: number) => `${action}第 ${n} 张`,
  removeTitle: (n: number) => `去掉第 ${n} 张照片`,
  removeText: '去掉以后找不回来，要用就得再拍一次。',
  removeYes: '去掉这一张',
  cannotEdit: '这里改不了这张照片，可以照样交，也可以重拍',

  turning: '正在转过来',

  subject: '学科',
  submit: (n: number) => `交上去批改，${n} 张`,
  submitAsIs: (n: number) => `就这样交，${n} 张`,
  submitAgain: '再试一次',
  lookFirst: '这一张可以拍得更好，想就这样交也行',
  gathering: '正在整理照片',
  uploading: (done: number, total: number) => `正在上传 ${done}/${total}`,
  uploadStopped: '照片都存好了，连上网会自动交，可以先离开',
  uploadUnkept: '这里存不下照片了，先开着这一页，连上网会自动交',
  stop: '先停下',
  replacePhoto: '换一张',

  cropHint: '拖动边框，留下要批改的题目',
  cropArea: '留下的部分',
  edges: '调哪条边',
  edgeNames: { top: '上边', bottom: '下边', left: '左边', right: '右边' } satisfies Record<Edge, string>,
  grip: (edges: readonly Edge[]) => `拖动${edges.map((edge) => capture.edgeNames[edge]).join('和')}`,
  inwards: '往里收',
  outwards: '往外放',
  whole: '恢复整张',
  done: '就留这些',
  cannotCrop: '这里裁不了这张照片',
  cannotCropText: '可以照样交，也可以回去重拍一张',
  toCapture: '回去看照片',
} as const;
