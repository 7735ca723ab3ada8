import { texts } from '../../../ui/words';

/** Words of the screen for a scan kept without network. */
export const offlineScanTexts = texts({
  offline: { zh: '离线 · 未经联网核验', en: 'Offline · not checked with the service' },
  word: { zh: '已记录在手机上', en: 'Recorded on the phone' },
  words: {
    zh: '已记录在手机上，尚未上传。联网后会自动上传，不用再扫一次。',
    en: 'Recorded on the phone, not yet delivered. It is delivered by itself once online; no need to scan again.',
  },
  wordHeld: { zh: '还没有存进手机', en: 'Not stored on the phone' },
  wordsHeld: {
    zh: '手机存储已满，这次扫码只留在打开的应用里。上传之前请不要关闭应用；也可以清理手机空间，会自动再存。',
    en: 'The phone’s storage is full: this scan stays only in the open app. Do not close it before it is delivered, or free some space; it is stored by itself then.',
  },
  atHeld: { zh: '{time} 的扫码，关闭应用会丢失', en: 'Scanned at {time}; lost if the app is closed' },
  venue: { zh: '乘车码 {code}', en: 'Ride code {code}' },
  staff: {
    zh: '请向工作人员出示此画面；能否乘车由工作人员决定。',
    en: 'Please show this to staff; they decide whether you may ride.',
  },
  staffTold: {
    zh: '结果按手机里的规则和最近一次健康状态得出，由工作人员决定。',
    en: 'This follows the rules and the last status known to the phone; staff decide.',
  },
  at: { zh: '{time} 保存在手机上，将自动上传', en: 'Kept on this phone at {time}, will be delivered' },
  delivered: { zh: '已上传登记', en: 'Delivered' },
});
