import { texts } from '../../../ui/words';

/** Words where a coach leaves at another time than its crew said first. */
export const delayTexts = texts({
  open: { zh: '晚点或改时间', en: 'Delay or new time' },
  title: { zh: '现定 {time} 发车，改为', en: 'Leaves at {time}; change it to' },
  note: {
    zh: '发车码不变，已登记的继续有效。乘客打开这班车的页面就看到新时间；已经打印的，请重新打印。',
    en: 'The code stays and registrations hold. Passengers see the new time on this coach’s page; print the code again where it hangs on paper.',
  },
  later: { zh: '晚多少', en: 'How much later' },
  laterBy: { zh: '晚 {n} 分钟', en: '{n} min later' },
  typed: { zh: '其他时间', en: 'Another time' },
  typedRefused: { zh: '请按 14:20 这样填写时间。', en: 'Give a time such as 14:20.' },
  confirm: { zh: '改为这个时间', en: 'Change to this time' },
  planned: { zh: '原定 {time}', en: 'first planned for {time}' },
  changed: {
    zh: '发车时间改了：原定 {time}，现在是 {now}。已登记的不用重新登记。',
    en: 'The time has changed: it was {time} and is {now} now. Registrations hold as they are.',
  },
});
