/**
 * Puts modules of a framework into an entry before the app's. A browser runs each file as a task of its own, so none of
 * them holds the screen for long; and the framework's file stays in its cache when only the app has changed.
 */
module.exports = class FrameEntry {
  constructor({ name, modules }) {
    this.name = name;
    this.modules = modules;
  }

  apply(compiler) {
    const { app, ...others } = compiler.options.entry;
    compiler.options.entry = {
      [this.name]: { import: this.modules },
      app: { ...app, dependOn: [this.name] },
      ...others,
    };
  }
};
