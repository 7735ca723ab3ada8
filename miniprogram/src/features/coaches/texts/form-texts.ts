import { texts } from '../../../ui/words';

/** Words of a new departure, of the same one again and of a replaced coach. */
export const formTexts = texts({
  knownLines: { zh: '本单位的班线', en: 'Lines of your operator' },
  knownVehicles: { zh: '本单位的车辆', en: 'Vehicles of your operator' },
  moreThanSeats: {
    zh: '这辆车登记为 {seats} 个座位，您填了 {aboard} 人。请核对；人数无误可以照常确认。',
    en: 'This vehicle is listed with {seats} seats and you state {aboard} aboard. Please check; if it is right, confirm all the same.',
  },
  coachFrom: { zh: '客车来自', en: 'The coach is' },
  here: { zh: '本省', en: 'of this province' },
  elsewhere: { zh: '外省', en: 'from outside' },
  registrar: { zh: '由谁登记', en: 'Who registers' },
  driver: { zh: '驾驶员', en: 'The driver' },
  other: { zh: '其他人', en: 'Somebody else' },
  attendant: { zh: '乘务员', en: 'Attendant' },
  none: { zh: '没有', en: 'None' },
  aboard: { zh: '有', en: 'There is one' },
  wrong: { zh: '请核对：{fields}。', en: 'Please check: {fields}.' },
  stop: { zh: '途经站', en: 'Stop on the way' },
  addStop: { zh: '添加途经站', en: 'Add a stop on the way' },
  takeStop: { zh: '添加', en: 'Add' },
  removeStop: { zh: '移除', en: 'Remove' },
  againWhen: { zh: '几点发车？', en: 'Leaving when?' },
  againNote: {
    zh: '其余与上一班相同；人数先按 {n} 人，可在下一页更正。',
    en: 'All else as before; {n} aboard for now, corrected on the next page.',
  },
  againForm: { zh: '其他时间，或修改内容', en: 'Another time, or change something' },
  replace: { zh: '换车或换驾驶员', en: 'Another coach or driver' },
  replaceNote: {
    zh: '已登记的乘客随班次转到新车，不用重新登记。换车后旧码失效，没有登记的乘客扫新码。',
    en: 'Registered passengers move with the departure and do nothing. With another coach the old code is dead; others scan the new one.',
  },
  replaceConfirm: { zh: '确认更换', en: 'Replace' },
  sound: { zh: '提示音', en: 'Sound' },
  soundOn: { zh: '提示音：开', en: 'Sound: on' },
  soundOff: { zh: '提示音：关', en: 'Sound: off' },
  reminder: {
    zh: '还有 {n} 分钟发车，还差 {missing} 人没有登记。',
    en: '{n} minutes to departure and {missing} not registered.',
  },
  reminderPast: {
    zh: '已到发车时间，还差 {missing} 人没有登记。',
    en: 'It is time to leave and {missing} are not registered.',
  },
  trace: { zh: '人数更正：{steps}', en: 'Number aboard, as told: {steps}' },
  traceStep: { zh: '{time} {n} 人', en: '{n} at {time}' },
});
