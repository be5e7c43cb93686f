// The web's focus and online events are what the query library listens to by itself.
export const watchAppState = (): void => undefined;
