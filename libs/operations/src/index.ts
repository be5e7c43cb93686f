export * from './operations.module';
export * from './readiness';
