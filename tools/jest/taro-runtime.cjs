// Of Taro's own runtime, which a browser starts, nothing but what screens ask for as they are drawn: a page that stays in front.
const never = () => undefined;
module.exports = { __esModule: true, default: {}, useDidShow: never, useDidHide: never };
