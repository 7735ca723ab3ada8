const taro = (useBuiltIns) => ['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns }];

module.exports = {
  presets: [taro('usage')],
  // Taro's runtime must not import what fills gaps of old engines: those parts ask for `document`, which in mini-programs is the
  // runtime itself, half loaded at that moment, and the program dies before its first page (decision 115).
  overrides: [{ test: /node_modules[\\/]@tarojs[\\/]/, presets: [taro(false)] }],
};
