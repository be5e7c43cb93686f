import { StreamableFile } from '@nestjs/common';
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
  { etag, mime, secondsLeft, body }: PictureAnswer,
): StreamableFile | undefined {
  void reply.headers({
    etag,
    'cache-control': `private, max-age=${secondsLeft}, immutable`,
    'content-type': mime,
    'content-security-policy': "default-src 'none'",
    'x-content-type-options': 'nosniff',
  });
  if (Buffer.isBuffer(body)) return new StreamableFile(body, { type: mime, length: body.length });
  if (body) return new StreamableFile(body.body, { type: mime, length: body.bytes });
  void reply.code(304);
  return undefined;
}
