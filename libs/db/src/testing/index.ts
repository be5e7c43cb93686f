export * from './builders';
export * from './crowd';
export * from './explain';
export * from './redis';
export * from './test-database';
