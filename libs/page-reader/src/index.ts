export { PageReader, type PageReaderOptions } from './page-reader';
export type { PageItem, PageReading } from './page-reading';
export { PageReaderError } from './reader-process';
