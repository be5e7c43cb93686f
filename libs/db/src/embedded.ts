// The embedded server alone, without TypeORM and the entities: what the supervisor needs.
export * from './die-with-parent';
export * from './directory-lock';
export * from './embedded-postgres';
export * from './start-refused';
