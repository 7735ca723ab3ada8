/** Texts of the poster wall. */
export const wallTexts = {
  title: { zh: '{city}的乘车码', en: 'Ride codes of {city}' },
  about: {
    zh: '这是模拟城市里张贴的乘车码。点一下，在新窗口打开乘客端。',
    en: 'These are the ride codes posted in the simulated city. Click one to open the rider’s app in a new tab.',
  },
  byPhone: { zh: '也可以用手机扫。', en: 'Or scan one with a phone.' },
  byPhoneNot: {
    zh: '想用手机扫，请用 --address 和 --public-url 写上这台电脑在局域网里的地址，重新启动。',
    en: 'To scan with a phone, start again with --address and --public-url naming this computer’s address in your network.',
  },
  search: { zh: '查找站点、线路、车牌或短码', en: 'Find a station, line, plate or short code' },
  all: { zh: '全部', en: 'All' },
  more: { zh: '再看 {count} 个{mode}', en: '{count} more: {mode}' },
  none: { zh: '没有找到。换个词试试。', en: 'Nothing found. Try another word.' },
  absent: {
    zh: '这里还没有模拟城市。用 npm start 启动后，海报会出现在这里。',
    en: 'No simulated city runs here. After npm start the posters appear here.',
  },
  people: { zh: '演示人物', en: 'Demonstration people' },
  peopleAbout: {
    zh: '都是虚构的。用他们的姓名和证件号在乘客端认证，可以看到每种结果。',
    en: 'All of them are made up. Authenticate as one of them in the rider’s app to see each outcome.',
  },
  number: { zh: '证件号', en: 'Document' },
  phone: { zh: '手机', en: 'Phone' },
  card: { zh: '交通卡', en: 'Card' },
  demonstration: { zh: '演示', en: 'Demonstration' },
  guardian: { zh: '未满十四周岁，需要监护人同意', en: 'Under fourteen: needs a guardian’s consent' },
  rider: { zh: '乘客端', en: 'Rider app' },
  verify: { zh: '核验屏', en: 'Verification' },
  console: { zh: '管理端', en: 'Console' },
  open: { zh: '公开数据', en: 'Open figures' },
  mail: { zh: '本地邮箱', en: 'Mailbox' },
  docs: { zh: '接口', en: 'API' },
  places: { zh: '其他应用', en: 'Other apps' },
} as const;

/** The statuses of the people, as facts: what follows from them is said beside. */
export const statusTexts = {
  green: { zh: '绿码', en: 'Green' },
  yellow: { zh: '黄码', en: 'Yellow' },
  red: { zh: '红码', en: 'Red' },
  grey: { zh: '灰码', en: 'Grey' },
} as const;
