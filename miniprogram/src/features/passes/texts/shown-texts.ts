import { texts } from '../../../ui/words';

/** Words around the code of a pass. */
export const shownTexts = texts({
  label: { zh: '临时乘车身份证明的二维码', en: 'QR code of the temporary identity pass' },
  making: { zh: '正在生成二维码', en: 'Making the code' },
  unmade: {
    zh: '没能生成二维码。请点“刷新”，仍不行时重新核验。',
    en: 'The code could not be made. Tap “Refresh”; if that does not help, check again.',
  },
  next: { zh: '{n} 秒后更新', en: 'New code in {n} s' },
  refresh: { zh: '刷新', en: 'Refresh' },
  holder: { zh: '持证人', en: 'Holder' },
  numberEnd: { zh: '身份证号码末四位', en: 'Last four of the ID number' },
  passEnds: { zh: '证明有效至', en: 'Pass lasts until' },
  checkEnds: { zh: '下次核验', en: 'Next person check' },
  demonstration: { zh: '演示用，不能乘车', en: 'Demonstration: admits nobody' },
  soon: {
    zh: '{n} 分钟后需要再次核验本人。现在核验，二维码照常显示，不占申请次数。',
    en: 'The person check is asked again in {n} min. Do it now: the code stays on the screen, and it does not count as an application.',
  },
  over: {
    zh: '实人核验满 30 分钟，二维码已收起。请重新核验，不占申请次数。',
    en: 'The person check is 30 minutes old and the code is put away. Please check again; it does not count as an application.',
  },
  ended: {
    zh: '这张证明已到期。请重新申请；在车上或站内的，也可以走人工通道出站。',
    en: 'This pass has ended. Apply for a new one; on the way, you can also leave through the staffed lane.',
  },
  again: { zh: '重新核验', en: 'Check again' },
  renew: { zh: '这张证明快到期了，可以申请新的一张。', en: 'This pass ends soon. You can apply for a new one.' },
  renewOpen: { zh: '申请新的一张', en: 'Apply for a new one' },
  second: { zh: '出示姓名和号码', en: 'Show name and number' },
  secondHide: { zh: '收起姓名和号码', en: 'Put name and number away' },
  secondNote: {
    zh: '窗口要看完整姓名和身份证号码时才出示。扫到这个码的人会看到它们。',
    en: 'Only where a window needs name and ID number whole. Whoever scans this code sees both.',
  },
  secondLabel: { zh: '姓名和号码的二维码', en: 'QR code of name and number' },
  secondMake: { zh: '生成核对码', en: 'Make the second code' },
  secondWrong: {
    zh: '和这张证明的姓名、号码对不上。请对照身份证核对。',
    en: 'These are not the name and number of this pass. Compare them with the card.',
  },
});
