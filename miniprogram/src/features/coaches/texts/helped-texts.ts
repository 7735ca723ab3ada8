import { texts } from '../../../ui/words';

/** Words where crew or station staff register somebody without a phone (L-07). */
export const helpedTexts = texts({
  open: { zh: '代没有手机的乘客登记', en: 'Register somebody without a phone' },
  taken: { zh: '本机代登记 {n} 人', en: '{n} registered from this phone' },
  waiting: {
    zh: '没有网络，代登记的 {n} 人待上传，联网后自动上传。',
    en: 'No network: {n} registered here to be delivered, which follows by itself.',
  },
  consentWords: {
    zh: '请对乘客说：“为您登记姓名、证件和电话，只用于这班车的实名查验、到站核验和疫情防控，加密保存，到期销毁。可以吗？”',
    en: 'Say to the passenger: “I register your name, document and phone for this coach only: real-name check, verification on arrival, epidemic control. It is kept encrypted and destroyed in time. Do you agree?”',
  },
  agrees: { zh: '乘客已同意', en: 'The passenger agrees' },
  agreesRefused: { zh: '请先征得乘客同意。', en: 'Ask the passenger first.' },
});
