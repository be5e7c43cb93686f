import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { env, Registry } from '@wuhao/core';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source';
import { forgetKeys } from './idempotency';

/** The pool of this process; it closes after the last request has been answered. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({
        ...dataSourceOptions(env().DATABASE_URL, env().DATABASE_POOL_SIZE),
        retryAttempts: 0,
      }),
    }),
  ],
})
export class DbModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: Registry,
  ) {}

  onModuleInit(): void {
    this.registry.addHousekeeping({
      name: 'idempotency keys',
      run: async () => (await forgetKeys(this.dataSource)).length,
    });
    this.registry.addHealthPart({
      name: 'database',
      probe: async () => void (await this.dataSource.query('select 1')),
    });
  }
}
