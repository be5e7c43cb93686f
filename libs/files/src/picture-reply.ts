import { StreamableFile } from '@nestjs/common';
import { PICTURE_MIME } from '@wuhao/storage';
import type { FastifyReply } from 'fastify';
import type { PictureAnswer } from './files.service';

/** The bytes as an `<img>` wants them: a browser may keep them as long as the URL lives, and must not guess a type. */
export function toReply(
  reply: FastifyReply,
  { etag, secondsLeft, object }: PictureAnswer,
): StreamableFile | undefined {
  void reply.headers({
    etag,
    'cache-control': `private, max-age=${secondsLeft}, immutable`,
    'content-type': PICTURE_MIME,
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  if (object) return new StreamableFile(object.body, { type: PICTURE_MIME, length: object.bytes });
  void reply.code(304);
  return undefined;
}
