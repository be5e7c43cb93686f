export * from './fake-oss';
export * from './pictures';
