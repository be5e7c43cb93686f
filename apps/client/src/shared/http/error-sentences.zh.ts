import { ApiError, type ClientErrorCode } from './api-error';

/** What a family reads when something did not work: what happened, and what is still safe. */
const SENTENCES: Record<ClientErrorCode, string> = {
  VALIDATION_FAILED: '有一处没填对，改一下再试',
  UNAUTHENTICATED: '登录过期了，请再登录一次',
  INVALID_CREDENTIALS: '手机号或密码不对，再看一眼',
  CONSENT_REQUIRED: '需要家长先同意，才能继续',
  FORBIDDEN: '这个账号不能做这件事',
  NOT_FOUND: '没有找到，可能已经删掉了',
  CONFLICT: '这件事已经做过了',
  GONE: '内容已经不在了',
  FILE_TOO_LARGE: '照片太大了，换一张小一点的',
  FILE_TYPE_REFUSED: '这不是能用的照片，请换一张',
  PICTURE_UNREADABLE: '照片打不开，请重新拍一张',
  CONTENT_REJECTED: '有些字不能用，改一下再试',
  RATE_LIMITED: '点得有点快，歇一会儿再试',
  QUOTA_EXCEEDED: '今天的次数用完了，明天再来',
  INTERNAL: '我们这边出了点问题，稍后再试',
  AI_NOT_CONFIGURED: '这个功能还没有开，先做别的吧',
  AI_UNAVAILABLE: '这会儿有点忙，过一会儿再试',
  STORAGE_UNAVAILABLE: '照片暂时存不上，照片还在手机里',
  NETWORK: '网络没连上，内容都还在',
  TIMEOUT: '网络有点慢，内容都还在',
  CANCELLED: '已经停下了',
  PHOTO_LOST: '照片不在这台设备上了，请重新拍',
};

export const sentenceOf = (error: unknown): string =>
  SENTENCES[error instanceof ApiError ? error.code : 'INTERNAL'];

export const requestIdOf = (error: unknown): string | undefined =>
  error instanceof ApiError ? error.at.requestId : undefined;
