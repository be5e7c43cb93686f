import { Injectable, StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { AppError, notFound } from './app-error';

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
      return await super.transform(value, metadata);
    } catch (error) {
      if (metadata.type === 'param') throw notFound();
      throw error;
    }
  }
}
