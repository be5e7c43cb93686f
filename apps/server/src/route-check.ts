import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACTION, PUBLIC } from '@wuhao/core';

/** Where @nestjs/swagger keeps what a handler answers (its constants are not exported). */
const API_RESPONSE = 'swagger/apiResponse';

/** Throws when a route does not say who may call it or what it answers. */
export function checkRoutes(app: NestFastifyApplication): void {
  const scanner = new MetadataScanner();
  const missing: string[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as { prototype: Record<string, object> }).prototype;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name]!;
        if (!Reflect.hasMetadata(PATH_METADATA, handler)) continue;
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        const route = `${metatype?.name}.${name} (${method})`;
        const open = Reflect.getMetadata(PUBLIC, handler) as boolean | undefined;
        const action = Reflect.getMetadata(ACTION, handler) as string | undefined;
        if (Boolean(open) === Boolean(action)) missing.push(`${route}: one of @Public() and @Access()`);
        if (!Reflect.hasMetadata(API_RESPONSE, handler)) missing.push(`${route}: @Returns()`);
      }
    }
  }
  if (missing.length > 0) throw new Error(`Routes without their declarations. ${missing.join('; ')}`);
}
