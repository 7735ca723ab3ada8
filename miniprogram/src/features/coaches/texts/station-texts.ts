import { texts } from '../../../ui/words';

/** Words of the page of station staff. */
export const stationTexts = texts({
  title: { zh: '本站今天的班次', en: 'Departures of this station today' },
  search: { zh: '车牌、班次号或目的地', en: 'Plate, service number or destination' },
  asOf: { zh: '{n} 班，{time} 更新', en: '{n} departures, as of {time}' },
  nothing: { zh: '没有这样的班次', en: 'No such departure' },
  nothingWords: {
    zh: '换车牌、班次号或目的地的一部分试试。',
    en: 'Try a part of the plate, the service number or the destination.',
  },
  'ledger-awaited': { zh: '待纸质台账', en: 'ledger on paper to come' },
  voluntary: { zh: '自愿登记', en: 'voluntary' },
  none: { zh: '今天还没有班次', en: 'No departures today yet' },
  noneWords: {
    zh: '司乘登记发车后，从本站发出的班次列在这里；没有网络时，显示最近一次取到的。',
    en: 'Departures of this station stand here once their crews registered them; without a network, as they were last fetched.',
  },
});
