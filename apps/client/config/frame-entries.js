/**
 * Puts modules of frameworks into entries before the app's, each on those before it. A browser runs each file as a task
 * of its own, so none of them holds the screen for long; and a framework's file stays in its cache when only the app has
 * changed.
 */
module.exports = class FrameEntries {
  /** @param {Record<string, string[]>} frames modules by the name of their entry, in the order in which they run */
  constructor(frames) {
    this.frames = Object.entries(frames);
  }

  apply(compiler) {
    const { app, ...others } = compiler.options.entry;
    const names = this.frames.map(([name]) => name);
    const entries = this.frames.map(([name, modules], at) => [
      name,
      at === 0 ? { import: modules } : { import: modules, dependOn: names.slice(at - 1, at) },
    ]);
    compiler.options.entry = {
      ...Object.fromEntries(entries),
      app: { ...app, dependOn: names.slice(-1) },
      ...others,
    };
  }
};
