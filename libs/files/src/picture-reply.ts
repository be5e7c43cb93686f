import { StreamableFile } from '@nestjs/common';
import { PICTURE_MIME } from '@wuhao/storage';
import type { FastifyReply } from 'fastify';
import type { PictureAnswer } from './files.service';

/**
 * The bytes as an `<img>` wants them: a browser may keep them as long as the URL lives, and must not guess a type.
 * What it kept may outlive a log-out on its disk, where only the signed URL finds it, and the client forgets those.
 * `Clear-Site-Data: "cache"` on the log-out would remove it, but Chromium then walks its whole cache, for seconds,
 * before the answer arrives (https://issues.chromium.org/issues/41343050), and the app's own files would go as well;
 * `no-store` would load every picture twice, the second time for the client's own store, which log-out does empty.
 */
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
