import { Body, Controller, Get, Ip, Post, Req, Res, UseGuards } from '@nestjs/common';
import {
  AccountView,
  LoginBody,
  RefreshBody,
  RegisterBody,
  SessionView,
  type ClientType,
} from '@wuhao/contracts';
import { Access, CurrentViewer, Public, Returns, ReturnsNothing, Throws, type Viewer } from '@wuhao/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthService } from './auth.service';
import { Client, TakesClientType } from './client-type';
import { loggedInAccount, PhoneLogInGuard } from './phone-log-in';
import { clearRefreshCookie, deliver, presentedToken } from './refresh-cookie';

@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  @Post('register')
  @Public()
  @TakesClientType()
  @Throws('CONFLICT', 'RATE_LIMITED')
  @Returns(SessionView, 201)
  async register(
    @Body({ schema: RegisterBody }) body: RegisterBody,
    @Client() client: ClientType,
    @Ip() ip: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return deliver(await this.auth.register(body, client, ip), reply);
  }

  @Post('login')
  @Public()
  @UseGuards(PhoneLogInGuard)
  @TakesClientType()
  @Throws('INVALID_CREDENTIALS', 'RATE_LIMITED')
  @Returns(SessionView)
  async logIn(
    @Body({ schema: LoginBody }) _body: LoginBody,
    @Client() client: ClientType,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return deliver(await this.auth.logIn(loggedInAccount(request), client), reply);
  }

  @Post('refresh')
  @Public()
  @TakesClientType()
  @Throws('UNAUTHENTICATED', 'FORBIDDEN')
  @Returns(SessionView)
  async refresh(
    @Body({ schema: RefreshBody }) body: RefreshBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    return deliver(await this.auth.refresh(presentedToken(request, body)), reply);
  }

  @Post('logout')
  @Access('account.own')
  @ReturnsNothing()
  async logOut(
    @CurrentViewer() viewer: Viewer,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.auth.logOut(viewer);
    clearRefreshCookie(reply);
  }

  @Get('me')
  @Access('account.own')
  @Returns(AccountView)
  me(@CurrentViewer() viewer: Viewer): Promise<AccountView> {
    return this.auth.getAccount(viewer);
  }
}
