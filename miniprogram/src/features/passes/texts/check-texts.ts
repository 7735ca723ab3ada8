import { texts } from '../../../ui/words';

/** Words of the person check before a pass. */
export const checkTexts = texts({
  title: { zh: '实人核验', en: 'Person check' },
  words: {
    zh: '在公安身份信息核验服务自己的页面上由本人核对人脸。照片只在您的手机和它之间。',
    en: 'The identity checking service compares your face on a page of its own. Pictures go between your phone and it alone.',
  },
  open: { zh: '打开核验页面', en: 'Open the checking page' },
  opened: {
    zh: '核验页面已打开。做完后回到这里，会自动取得结果。',
    en: 'The checking page has opened. Finish it and come back: the result then comes by itself.',
  },
  copied: {
    zh: '核验页面的网址已复制。请在手机浏览器里粘贴打开，做完后回到这里。',
    en: 'The address of the checking page was copied. Paste it into your phone’s browser, finish, and come back here.',
  },
  failed: { zh: '没能打开核验页面。请再点一次。', en: 'The checking page could not be opened. Tap again.' },
  done: { zh: '我已完成', en: 'I have done it' },
  cancel: { zh: '取消核验', en: 'Cancel the check' },
  keyless: {
    zh: '这个浏览器不能安全地保管密钥，证明不能显示。请用微信、支付宝或较新的浏览器，或到窗口办理纸质证明。',
    en: 'This browser cannot hold a key safely, so no pass can show. Use WeChat, Alipay or a newer browser, or go to a counter for a paper pass.',
  },
});
