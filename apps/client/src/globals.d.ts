/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';
declare module '*.png' {
  const url: string;
  export default url;
}

/** Set by config/index.js at build time. */
declare const API_ORIGIN: string;
declare const CLIENT_VERSION: string;
