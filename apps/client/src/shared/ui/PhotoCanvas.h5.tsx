/** Nothing: a browser makes its canvases itself. */
export const PhotoCanvas = () => null;
