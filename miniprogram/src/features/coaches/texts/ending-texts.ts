import { texts } from '../../../ui/words';

/** Why a coach leaves although not everybody is registered, or does not leave at all. */
export const endingTexts = texts({
  leaveTitle: {
    zh: '为什么没有登记齐就发车？主管部门会看到',
    en: 'Why does it leave incomplete? The bureau sees this',
  },
  cancelTitle: {
    zh: '为什么取消这班车？取消后发车码作废，不能恢复',
    en: 'Why is it cancelled? Its code is dead then, for good',
  },
  'refused-to-register': { zh: '乘客不愿登记', en: 'Somebody will not register' },
  'count-uncertain': { zh: '人数没有核准', en: 'The number is uncertain' },
  'no-network': { zh: '没有网络，登记情况看不到', en: 'No network, progress unknown' },
  'by-order': { zh: '按调度指令', en: 'By order' },
  'no-passengers': { zh: '没有乘客', en: 'No passengers' },
  'coach-trouble': { zh: '车辆故障', en: 'Trouble with the coach' },
  weather: { zh: '天气原因', en: 'The weather' },
  other: { zh: '其他', en: 'Other' },
});
