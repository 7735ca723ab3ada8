/*
 * Alipay's camera asks for the microphone as well unless told not to, and Taro's list of its attributes does not hold that word. A
 * code is read in silence (decision 120).
 */
module.exports = { Camera: { applyMicPermissionWhenInit: 'false' } };
