import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard, AccessModule } from '@wuhao/access';
import { AnalyticsModule } from '@wuhao/analytics';
import { AuthGuard, AuthModule } from '@wuhao/auth';
import { CoreModule, InputGuard } from '@wuhao/core';
import { DbModule } from '@wuhao/db';
import { FilesModule } from '@wuhao/files';
import { HomeworkModule } from '@wuhao/homework';
import { MistakesModule } from '@wuhao/mistakes';
import { OperationsModule } from '@wuhao/operations';
import { UserModule } from '@wuhao/user';
import { OpenapiController } from './openapi.controller';

@Module({
  imports: [
    CoreModule,
    DbModule,
    AccessModule,
    AuthModule,
    UserModule,
    FilesModule,
    HomeworkModule,
    MistakesModule,
    AnalyticsModule,
    OperationsModule,
  ],
  controllers: [OpenapiController],
  providers: [
    // In this order: who is it, may they, is the request whole.
    { provide: APP_GUARD, useExisting: AuthGuard },
    { provide: APP_GUARD, useExisting: AccessGuard },
    { provide: APP_GUARD, useClass: InputGuard },
  ],
})
export class ApiModule {}
