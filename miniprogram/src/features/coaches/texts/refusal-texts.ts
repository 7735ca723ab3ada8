import { texts } from '../../../ui/words';

/** What is to be written in each field of a departure, said beside it where it does not fit. */
export const fieldRefusals = texts({
  plate: {
    zh: '车牌不对。例如 辽A12345 或 辽AD12345。',
    en: 'No such plate. Type the province’s character, a letter, then five or six characters.',
  },
  time: { zh: '请写发车时间，例如 14:20。', en: 'Write the time of departure, such as 14:20.' },
  origin: { zh: '请写从哪里发车：车站或城市。', en: 'Write where it starts: a station or city.' },
  destination: { zh: '请写开往哪里：车站或城市。', en: 'Write where it goes: a station or city.' },
  serviceNumber: {
    zh: '请写班次号，最多 30 个字；没有的写“无”。',
    en: 'Write the service number, at most 30 characters; “none” where there is none.',
  },
  aboard: { zh: '请用数字写车上乘客人数，0 到 200。', en: 'Write the passengers aboard in digits, 0 to 200.' },
  name: { zh: '请按证件写姓名。', en: 'Write the name as on the document.' },
  phone: {
    zh: '请核对电话：大陆手机是 1 开头的 11 位数字，境外号码以 + 和国家代码开头。',
    en: 'Check the phone: 11 digits beginning with 1, or + and the country code.',
  },
});
