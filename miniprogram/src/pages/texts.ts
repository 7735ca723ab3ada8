import { texts } from '../ui/words';

/** Words of the frame around every page. */
export const frameTexts = texts({
  menu: { zh: '菜单', en: 'Menu' },
  close: { zh: '关闭', en: 'Close' },
  back: { zh: '返回', en: 'Back' },
  // Each language is offered in its own words, so that whoever cannot read the other finds it.
  language: { zh: 'English', en: '中文' },
  elder: { zh: '长者模式', en: 'Large type' },
  position: { zh: '扫码、登记客车时附上大致位置', en: 'Send a rough place with scans and coach registrations' },
  on: { zh: '开', en: 'On' },
  off: { zh: '关', en: 'Off' },
  wayTitle: { zh: '下一步', en: 'What to do' },
  appealWords: {
    zh: '请拨打服务热线 {number} 申诉：说明健康码的来源和时间，会由工作人员人工核对。也可以当面请工作人员处理。',
    en: 'Call the hotline {number} to appeal: say which source and time the code shows, and a person will check it. Staff here can help as well.',
  },
  hotlineWords: {
    zh: '请联系所在社区，或拨打服务热线 {number}。',
    en: 'Call your community, or the hotline {number}.',
  },
  testWords: {
    zh: '请拨打服务热线 {number} 询问最近的检测点，或问工作人员。',
    en: 'Call the hotline {number} for the nearest test site, or ask staff.',
  },
  channelWords: {
    zh: '请打开有您健康信息的那个应用，用它扫同一个乘车码；也可以在“我的账户”里查询最新状态。',
    en: 'Open the app that has your health status and scan the same code with it, or ask for the latest status under “My account”.',
  },
  channelOpened: {
    zh: '正在打开有您健康信息的那个应用，请用它扫同一个乘车码。没有打开的话，请从桌面打开它再扫。',
    en: 'The app that has your health status is opening: scan the same code with it. If it did not open, open it yourself and scan.',
  },
  channelCopied: {
    zh: '链接已经复制。请在手机浏览器里粘贴打开，会进入有您健康信息的那个应用，用它扫同一个乘车码。',
    en: 'The link is copied. Paste it into the phone’s browser: it leads into the app that has your health status. Scan the same code with it.',
  },
  staffWords: {
    zh: '请把核验画面给工作人员看，由工作人员复核或登记。',
    en: 'Show the result to staff; they check it or register you.',
  },
  call: { zh: '拨打', en: 'Call' },
});
