const { resolve } = require('node:path');
const spoken = require('./spoken-attributes');

/** Adds the attributes for screen readers to the templates of a mini-program, and to the runtime that fills them (decision 118). */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, spoken);
      platform.runtimePath = [].concat(platform.runtimePath, resolve(__dirname, 'spoken-runtime.js'));
    },
  });
};
