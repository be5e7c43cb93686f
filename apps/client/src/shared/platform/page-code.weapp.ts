// Packages come by the preload rules of app.config.ts, and stay on the device.
export const fetchPageCode = (): void => undefined;
