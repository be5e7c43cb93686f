export { startBrowser } from './browser';
export { eventually } from './driver/finder';
export { launchH5, type H5Driver, type H5Options } from './driver/h5';
export type { AppDriver, Finding } from './driver/vocabulary';
export { launch, type LaunchOptions, type WeappDriver } from './driver/weapp';
export type { Memory, PageFigures, Report } from './figures';
export { readMiniProgram, type MiniProgram } from './build/mini-program';
export { exceeded, LIMITS, type Limit, type Limited } from './limits';
export { NETWORKS, type NetworkChange, type NetworkConditions } from './network-conditions';
