// Taro's router and picture preview ask for web components that this product never shows.
export const defineCustomElementTaroTabbar = (): void => undefined;
export const defineCustomElementTaroPullToRefreshCore = (): void => undefined;
export const defineCustomElementTaroSwiperCore = (): void => undefined;
export const defineCustomElementTaroSwiperItemCore = (): void => undefined;
