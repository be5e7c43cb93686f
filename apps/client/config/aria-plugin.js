const path = require('node:path');

/** Taro's mini-program templates know no accessibility attributes; these are the ones that we write. */
const ARIA = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
};
const COMPONENTS = ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'ScrollView'];

// Template and runtime shorten attribute names by the same sorted list, so both must know them.
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(
        ctx,
        Object.fromEntries(COMPONENTS.map((name) => [name, { ...ARIA }])),
      );
      const runtime = path.resolve(__dirname, '../src/shared/platform/aria.weapp.ts');
      platform.runtimePath = [platform.runtimePath, runtime].flat();
    },
  });
};
