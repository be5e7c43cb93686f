// Taro's router listens to the scrolling of every page for onPageScroll and onReachBottom, which no page here has.
export const bindPageScroll = (): void => undefined;
