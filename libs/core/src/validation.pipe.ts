import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { AppError, invalid, notFound } from './app-error';

/** Input is strict. A path that is not well-formed names nothing: 404, not 400. */
@Injectable()
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        new AppError('VALIDATION_FAILED', 'The request is not valid', {
          details: issues.slice(0, 20).map((issue) => ({
            path: (issue.path ?? []).map((p) => String(typeof p === 'object' ? p.key : p)).join('.'),
            message: issue.message,
          })),
        }),
    });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      if (metadata.schema) refuseNul(value, []);
      return await super.transform(value, metadata);
    } catch (error) {
      if (metadata.type === 'param') throw notFound();
      throw error;
    }
  }
}

/** PostgreSQL has no text with a NUL character in it. */
function refuseNul(value: unknown, path: string[]): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw invalid(path.join('.'), 'a NUL character is no text');
  } else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) refuseNul(inner, [...path, key]);
  }
}
