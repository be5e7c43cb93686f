export * from './object-store';
export * from './picture-encoder';
export * from './picture-intake';
export * from './picture-keys';
export * from './picture-rules';
export * from './picture-urls';
export * from './storage.module';
