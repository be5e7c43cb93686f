import { Controller, Get } from '@nestjs/common';
import { Public, Returns } from '@wuhao/core';
import { z } from 'zod';
import { openapiDocument } from './openapi';

@Controller()
export class OpenapiController {
  /** The document of this API. */
  @Get('openapi.json')
  @Public()
  @Returns(z.record(z.string(), z.unknown()))
  openapi(): Record<string, unknown> {
    return openapiDocument();
  }
}
