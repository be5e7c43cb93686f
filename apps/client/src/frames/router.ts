// A file and a task of its own in the browser: config/frame-entries.js.
export { createBrowserHistory, createRouter, handleAppMountWithTabbar } from '@tarojs/router';
