// Taro's router draws a title line above every page; ours is in the frame, and a browser's own back button goes back.
export const initNavigationBar = (): void => undefined;
