import { Controller, Get, Res } from '@nestjs/common';
import { HealthView, LiveView, ReadyView } from '@wuhao/contracts';
import { Public, Returns } from '@wuhao/core';
import type { FastifyReply } from 'fastify';
import { HealthProbe } from './health.probe';
import { Readiness } from './readiness';

/** For load balancers and people. Never limited, and answered from memory. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly probe: HealthProbe,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  @Public()
  @Returns(HealthView, 200, 503)
  health(@Res({ passthrough: true }) reply: FastifyReply): HealthView {
    const health = this.probe.health();
    void reply.code(health.status === 'healthy' ? 200 : 503);
    return health;
  }

  @Get('live')
  @Public()
  @Returns(LiveView)
  live(): LiveView {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @Returns(ReadyView, 200, 503)
  ready(@Res({ passthrough: true }) reply: FastifyReply): ReadyView {
    const isReady = this.readiness.isReady();
    void reply.code(isReady ? 200 : 503);
    return { status: isReady ? 'ready' : 'not_ready' };
  }
}
