import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

let build: (() => Record<string, unknown>) | undefined;
let built: Record<string, unknown> | undefined;

/** Made at the first request for it: most processes are never asked. */
export function openapiDocument(): Record<string, unknown> {
  if (!build) throw new Error('openapi: no application');
  return (built ??= build());
}

export function describeApi(app: INestApplication): void {
  built = undefined;
  build = () => {
    const config = new DocumentBuilder()
      .setTitle('五好伴学')
      .setDescription(
        'Errors are { code, message, details?, requestId }. Lists are { items, nextCursor }. ' +
          'x-access names what the route lets the caller do; x-idempotent routes need an Idempotency-Key.',
      )
      .setVersion('1')
      .addBearerAuth()
      .addSecurityRequirements('bearer')
      .build();
    return SwaggerModule.createDocument(app, config) as unknown as Record<string, unknown>;
  };
}
