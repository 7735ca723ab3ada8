import { texts } from '../../../ui/words';

/** What a scan meant. */
export const meaningTexts = texts({
  board: { zh: '上车', en: 'Boarding' },
  alight: { zh: '下车', en: 'Alighting' },
  enter: { zh: '进站', en: 'Entering' },
  'ride-carriage': { zh: '乘坐车厢', en: 'In the carriage' },
  repeat: { zh: '已扫过，不重复登记', en: 'Scanned before, same ride' },
});

/** The same inside a sentence, where one is chosen. */
export const meaningInSentenceTexts = texts({
  board: { zh: '上车', en: 'boarding' },
  alight: { zh: '下车', en: 'alighting' },
  enter: { zh: '进站', en: 'entering' },
  'ride-carriage': { zh: '乘坐车厢', en: 'riding in the carriage' },
  repeat: { zh: '仍在同一次乘车中', en: 'still the same ride' },
});

/** Words of correcting it. */
export const correctionTexts = texts({
  wrong: { zh: '不是“{meaning}”？更正', en: 'Not {meaning}? Correct it' },
  wrongRepeat: { zh: '不是重复扫码？更正', en: 'Not the same ride? Correct it' },
  open: { zh: '更正', en: 'Correct' },
  title: { zh: '更正扫码含义', en: 'Correct what a scan meant' },
  words: {
    zh: '原来的登记会保留，行程按更正后的含义重新推算。登记后 24 小时内可以更正。',
    en: 'What was recorded stays; your rides are worked out anew. You can correct a scan for 24 hours.',
  },
  was: { zh: '登记为：{meaning}', en: 'Recorded as: {meaning}' },
  instead: { zh: '其实是：{meaning}', en: 'It was: {meaning}' },
  close: { zh: '关闭', en: 'Close' },
});
