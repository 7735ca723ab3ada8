import { texts } from '../../../ui/words';

/** Words around the manuals of the coaches' three parts. */
export const manualTexts = texts({
  open: { zh: '操作手册', en: 'Manual' },
  whose: { zh: '您是', en: 'You are' },
  passenger: { zh: '乘客', en: 'A passenger' },
  crew: { zh: '司乘、车站', en: 'Crew or station' },
  arrival: { zh: '到站核验', en: 'Verifying arrivals' },
  search: { zh: '搜索，例如“没有网络”', en: 'Search, such as “network”' },
  nothing: { zh: '没有找到', en: 'Nothing found' },
  nothingWords: {
    zh: '换个词试试，或在另外两部分里找。也可以问车站工作人员。',
    en: 'Try another word, or look in the other parts. The station’s staff help too.',
  },
});
