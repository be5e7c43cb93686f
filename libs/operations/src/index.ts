export * from './housekeeping';
export * from './operations.module';
export * from './readiness';
