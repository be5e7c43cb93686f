export * from './data-source';
export * from './db.module';
export * from './embedded-postgres';
export * from './entities';
export * from './idempotency';
export * from './keyset';
export * from './migrate';
export * from './prepared';
