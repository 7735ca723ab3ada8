/*
 * What screen readers are told, by component, as Taro's templates and its runtime take attributes; both must know the same. Taro's own
 * lists hold none of it, so labels written in the screens would be lost. Half of it ends in the build: plain ES5.
 */
var spoken = {
  'aria-label': '',
  'aria-role': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-disabled': '',
  'aria-live': '',
  'aria-modal': '',
};

module.exports = {
  View: spoken,
  Text: { 'aria-label': '', 'aria-hidden': '' },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
};
