import { texts } from '../../../ui/words';

/** Words of scanning with the family. */
export const familyScanTexts = texts({
  who: { zh: '谁乘车', en: 'Who rides' },
  me: { zh: '我', en: 'Me' },
  together: { zh: '一起登记的家人', en: 'Registered together' },
  each: { zh: '每人一个结果，点名字出示。', en: 'Each has a result; touch a name to show it.' },
});
