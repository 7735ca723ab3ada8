import { texts } from '../../../ui/words';

/** Words of the page that explains how it works (W-30). */
export const guideTexts = texts({
  questionsTitle: { zh: '常见问题', en: 'Questions and answers' },
  search: { zh: '找一个词，如“换乘”', en: 'Look for a word, such as “transfer”' },
  nothingFound: { zh: '没有找到', en: 'Nothing found' },
  askHotline: { zh: '换个词试试，或拨打服务热线。', en: 'Try another word, or call the hotline.' },
  firstTitle: { zh: '第一次', en: 'The first time' },
  first: {
    zh: '扫车上或站口张贴的乘车码，完成一次实名认证。扫到的码会自动登记，不用再扫。',
    en: 'Scan the code posted in the vehicle or at the entrance and verify your identity once. The code you scanned then registers by itself.',
  },
  everyTitle: { zh: '每次乘车', en: 'Every ride' },
  bus: {
    zh: '公交：上车前扫车上的码，下车前再扫一次。',
    en: 'Bus: scan the code on the vehicle before boarding, and again before you get off.',
  },
  metro: {
    zh: '地铁：安检前扫站口的码；下车前扫车厢里的码，换车厢或换乘也扫。',
    en: 'Metro: scan the station code before the security check; scan the carriage code before leaving the train, and in each carriage you change to.',
  },
  brt: {
    zh: '快速公交：有人值守的站同地铁，其他同公交。',
    en: 'BRT: as the metro where stations have staff, otherwise as the bus.',
  },
  tram: {
    zh: '有轨电车：有人值守的站同地铁，进站扫站口的码、下车前扫车厢的码；其他站同公交，上车、下车各扫一次车上的码。',
    en: 'Tram: as the metro where stops have staff: the stop’s code on entering, the carriage’s before you get off; otherwise as the bus: the code on board, getting on and getting off.',
  },
  taxi: {
    zh: '出租车：上车扫码，出示给司机；一人可以为同车人登记。',
    en: 'Taxi: scan when you get in and show the driver; one may register for the whole party.',
  },
  ferry: {
    zh: '轮渡：买票前扫窗口的码，或刷卡前扫闸口的码；上船前扫舱门的码。',
    en: 'Ferry: scan the window code before buying a ticket, or the gate code if you ride by card; then the code at the cabin door.',
  },
  fareTitle: { zh: '和付费无关', en: 'Nothing to do with the fare' },
  fare: {
    zh: '扫码只是登记，不扣费，也不影响优惠和换乘。',
    en: 'Scanning only registers. It costs nothing and changes no discount or transfer.',
  },
  coloursTitle: { zh: '核验画面', en: 'The result' },
  colours: {
    zh: '圆形打勾是可以乘车；三角形请工作人员复核；菱形请补全健康信息；八角形暂不能乘车，画面上有下一步。请在一分钟内出示，过时需要重新扫码。',
    en: 'A circle with a tick: you may ride. A triangle: staff will check. A diamond: complete your health status. An octagon: not yet, with what to do next. Show it within a minute; after that scan again.',
  },
  offlineTitle: { zh: '没有网络', en: 'No network' },
  offline: {
    zh: '照常扫码。记录先保存在手机上，联网后自动上传，只登记一次。',
    en: 'Scan as always. The scan is kept on your phone and delivered by itself later, once.',
  },
  darkTitle: { zh: '扫不出来', en: 'When scanning fails' },
  dark: {
    zh: '打开照明，或点“输入编号”，输入二维码下方的编号。',
    en: 'Turn on the torch, or choose “Type the code” and type what is printed under the QR code.',
  },
  withoutTitle: { zh: '没有手机的人', en: 'People without a phone' },
  without: {
    zh: '家人可以在“家人”里添加后一起扫码；也可以请工作人员凭证件或读实名交通卡代为登记。',
    en: 'Family members are added under “Family” and scanned together; or staff register them by a document, or by reading their real-name transit card.',
  },
  findTitle: { zh: '在哪里找到', en: 'Where to find it' },
  findByCode: {
    zh: '扫车上或站口张贴的乘车码，最快。',
    en: 'Fastest: scan the code posted in the vehicle or at the entrance.',
  },
  findIn: { zh: '{channel}：搜索“{name}”', en: '{channel}: search for “{name}”' },
  findMenu: { zh: '{channel}：{menu}', en: '{channel}: {menu}' },
  hotline: { zh: '服务热线', en: 'Hotline' },
});
