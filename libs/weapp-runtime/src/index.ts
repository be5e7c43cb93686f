export { findBrowser, startBrowser } from './browser';
export { checkBuild, isSound } from './check/check-build';
export { inOneLine } from './check/finding';
export { eventually } from './driver/finder';
export { launchH5, type H5Driver } from './driver/h5';
export type { AppDriver } from './driver/vocabulary';
export { launch, type WeappDriver } from './driver/weapp';
export type { Memory, PageFigures, Report } from './figures';
export { exceeded, type Limited } from './limits';
