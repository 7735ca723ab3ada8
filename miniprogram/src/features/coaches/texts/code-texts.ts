import { texts } from '../../../ui/words';

/** Words beside and under the code of a departure. */
export const codeTexts = texts({
  label: { zh: '{plate} 的发车码', en: 'Departure code of {plate}' },
  show: { zh: '请乘客扫这个码登记', en: 'Passengers scan this to register' },
  route: { zh: '{time} 发车 → {destination}', en: 'departs {time} → {destination}' },
  service: { zh: '班次 {number}', en: 'Service {number}' },
  save: { zh: '保存图片', en: 'Save as picture' },
  print: { zh: '打印', en: 'Print' },
  saved: { zh: '图片已保存。只给这班车的乘客看。', en: 'Picture saved. Show it to passengers of this coach only.' },
  refused: {
    zh: '没有保存成功。请允许保存到相册后再试，或直接截屏。',
    en: 'Not saved. Allow saving to your photos and try again, or take a screenshot.',
  },
});
