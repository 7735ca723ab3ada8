// In the place of the kit's writer of styles: jsdom lays nothing out, and thousands of rules make each of its questions for a role slow.
const write = () => document.createElement('style');
const nothing = () => undefined;
module.exports = {
  updateCSS: write,
  injectCSS: write,
  removeCSS: nothing,
  clearContainerCache: nothing,
  getShadowRoot: nothing,
  warningOnce: nothing,
};
