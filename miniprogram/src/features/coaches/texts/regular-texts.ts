import { texts } from '../../../ui/words';

/** Words about regulars of a service: what a rider agrees to, and the list that crew and station staff have (L-07). */
export const regularTexts = texts({
  title: { zh: '常坐 {service}？', en: 'Often on {service}?' },
  words: {
    zh: '同意后，{service} 的司乘和车站会看到您打码的姓名和证件，点一下就替您登记；登记了谁、何时登记，您导出的信息里都有。满一年到期，随时可以撤回。',
    en: 'If you agree, crews and stations of {service} see your masked name and document and register you by one tap; each time is in your export. It ends after a year, and whenever you take it back.',
  },
  join: { zh: '同意列入常客', en: 'Agree to be a regular' },
  joined: { zh: '您是 {service} 的常客，有效至 {day}。', en: 'You are a regular of {service} until {day}.' },
  leave: { zh: '撤回同意', en: 'Take it back' },
  ownTitle: { zh: '客运班线常客', en: 'Regular of coach services' },
  ownRow: { zh: '班线 {service}', en: 'Service {service}' },
  ownDays: { zh: '{agreed} 同意，有效至 {until}', en: 'agreed {agreed}, until {until}' },
  open: { zh: '本班线的常客', en: 'Regulars of this service' },
  listTitle: { zh: '同意由司乘登记的常客', en: 'Regulars who agreed' },
  listWords: {
    zh: '只登记已经上车、证件相符的人。不在这里的，请按证件登记。',
    en: 'Only who is aboard and whose document matches. Others are registered by their document.',
  },
  listNone: {
    zh: '没有还未登记的常客。乘客登记后可在自己的手机上同意。',
    en: 'No regular is left to register. Passengers agree on their own phone after registering.',
  },
  register: { zh: '登记', en: 'Register' },
  close: { zh: '收起', en: 'Close' },
  retry: { zh: '重试', en: 'Retry' },
});
