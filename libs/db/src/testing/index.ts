export * from './builders';
export * from './redis';
export * from './test-database';
