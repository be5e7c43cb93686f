import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { AccessTokens, jwtOptions } from './access-tokens';
import { Accounts } from './accounts';
import { AuthController } from './auth.controller';
import { AuthGuard } from './auth.guard';
import { AuthService } from './auth.service';
import { DemoFamily } from './demo-family';
import { LogInLimits } from './log-in-limits';
import { LoginSessions } from './login-sessions';
import { Passwords } from './passwords';
import { PhoneStrategy } from './phone-log-in';
import { RevokedSessions } from './revoked-sessions';

@Module({
  imports: [JwtModule.registerAsync({ useFactory: jwtOptions })],
  controllers: [AuthController],
  providers: [
    AccessTokens,
    Accounts,
    AuthGuard,
    AuthService,
    DemoFamily,
    LogInLimits,
    LoginSessions,
    Passwords,
    PhoneStrategy,
    RevokedSessions,
  ],
  exports: [AuthGuard],
})
export class AuthModule {}
