/** Texts of the coaches on the poster wall. */
export const departureTexts = {
  tab: { zh: '{province}客运', en: 'Coaches of {province}' },
  tabs: { zh: '海报墙的两部分', en: 'Parts of the wall' },
  open: { zh: '正在登记的班次', en: 'Departures being registered' },
  about: {
    zh: '这是司乘手机上的发车码。点一下，在新窗口登记为乘客；也可以用手机扫。乘客都是虚构的，请填演示人物。',
    en: 'These are the codes on the crews’ phones. Click one to register as a passenger in a new tab, or scan it. Everybody here is made up: register a demonstration person.',
  },
  none: {
    zh: '现在没有正在登记的班次，下面是接下来的班次。',
    en: 'No departure is being registered now; the next ones are below.',
  },
  next: { zh: '接下来的班次', en: 'Leaving next' },
  awaited: { zh: '即将到站', en: 'Awaited' },
  way: { zh: '{from} 开往 {to}', en: '{from} → {to}' },
  registered: { zh: '已登记 {registered} / 车上 {aboard}', en: '{registered} registered of {aboard} aboard' },
  unheard: { zh: '司乘还没有联网', en: 'The crew are offline' },
  charter: { zh: '包车', en: 'Charter' },
  outside: { zh: '外省车', en: 'From outside the province' },
  practice: { zh: '演示码：不进清单', en: 'Demonstration: on no list' },
} as const;
