export { startBrowser } from './browser';
export { eventually } from './driver/finder';
export type { AppDriver, Finding } from './driver/vocabulary';
export { launch, type LaunchOptions, type WeappDriver } from './driver/weapp';
export type { PageFigures, Report } from './figures';
export { readMiniProgram, type MiniProgram } from './build/mini-program';
