import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { LoginBody } from '@wuhao/contracts';
import { ValidationPipe } from '@wuhao/core';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { AuthService } from './auth.service';

const STRATEGY = 'phone';

@Injectable()
export class PhoneStrategy extends PassportStrategy(Strategy, STRATEGY) {
  constructor(private readonly auth: AuthService) {
    super({ usernameField: 'phone', passwordField: 'password', session: false, passReqToCallback: true });
  }

  /** Passport hangs the answer on the request as `user`. */
  async validate(request: FastifyRequest, phone: string, password: string): Promise<{ accountId: string }> {
    return { accountId: await this.auth.authenticate(phone, password, request.ip) };
  }
}

/** Log-in by Passport. Guards run before pipes: without its own check any body would reach the strategy. */
@Injectable()
export class PhoneLogInGuard extends AuthGuard(STRATEGY) {
  private readonly pipe = new ValidationPipe();

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.body = await this.pipe.transform(request.body, { type: 'body', schema: LoginBody });
    return (await super.canActivate(context)) as boolean;
  }
}

/** Who logged in, behind `PhoneLogInGuard`. */
export const loggedInAccount = (request: FastifyRequest) =>
  (request as FastifyRequest & { user: { accountId: string } }).user.accountId;
