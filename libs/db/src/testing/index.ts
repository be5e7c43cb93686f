export * from './redis';
export * from './test-database';
