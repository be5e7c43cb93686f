const path = require('node:path');
const platformDir = path.resolve(__dirname, '../src/shared/platform');
/**
 * Taro's mini-program templates know no accessibility attributes; the list has those that we write, of those that WeChat
 * knows: developers.weixin.qq.com/miniprogram/dev/component/aria-component.html.
 */
const { attributes, components } = require(path.join(platformDir, 'aria.json'));

// Template and runtime shorten attribute names by the same sorted list, so both must know them.
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      const known = Object.fromEntries(attributes.map((name) => [name, '']));
      platform.template.mergeComponents(
        ctx,
        Object.fromEntries(components.map((name) => [name, { ...known }])),
      );
      const runtime = path.join(platformDir, 'aria.weapp.ts');
      platform.runtimePath = [platform.runtimePath, runtime].flat();
    },
  });
};
