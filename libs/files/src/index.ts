export { PictureUrls, type PictureRow } from '@wuhao/storage';
export * from './files.module';
export type { FileRow } from './files.queries';
export * from './files.service';
export * from './orphan-sweep';
