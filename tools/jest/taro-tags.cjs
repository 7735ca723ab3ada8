// Taro's view tags as the web build draws them: an area and a run of text. A screen that needs another tag adds it here.
module.exports = { View: 'div', Text: 'span', Input: 'input' };
