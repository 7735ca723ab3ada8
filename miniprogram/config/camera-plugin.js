const { resolve } = require('node:path');
const attributes = require('./camera-attributes');

/** Adds what Taro does not know of Alipay's camera to the templates, and to the runtime that fills them. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, attributes);
      platform.runtimePath = [].concat(platform.runtimePath, resolve(__dirname, 'camera-runtime.js'));
    },
  });
};
