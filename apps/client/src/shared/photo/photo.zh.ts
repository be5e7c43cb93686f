import type { PhotoSource } from '../platform/pictures.types';

/** Words around taking photos. */
export const photoWords = {
  refusedTitle: { camera: '相机还没有打开', album: '相册还没有打开' } satisfies Record<PhotoSource, string>,
  refusedWhy: {
    camera: '拍作业要用到相机，照片只用来批改。',
    album: '选照片要用到相册，只会看到选中的那几张。',
  } satisfies Record<PhotoSource, string>,
  privacyTitle: '微信要先问一句',
  privacyWhy: '请大人看一看微信的说明，点同意，就能用照片了。照片只用来批改。',
  privacyAgain: '再看一次',
  refusedBrowser: '在浏览器的设置里允许这个网站用相机，回来再拍就行。',
  toSettings: '去设置里打开',
  instead: { camera: '先从相册选', album: '先用相机拍' } satisfies Record<PhotoSource, string>,
  again: '我打开了，再试一次',
  failedTitle: '这次没有拿到照片',
  failedText: '再试一次，或者换一种办法。',
  retry: '再试一次',
  stillRefused: '好像还没有打开。可以再去看看，也可以换一种办法。',
} as const;
