import { texts } from '../../../ui/words';

/** Words of the face check by which an account is proven. */
export const faceCheckTexts = texts({
  title: { zh: '刷脸证明是本人', en: 'Prove it by your face' },
  words: {
    zh: '由公安身份信息核验服务在它自己的页面上核对。姓名和证件号会交给它，照片只在您的手机和它之间，我们收不到。每天最多 5 次。',
    en: 'The identity checking service compares on a page of its own. It gets your name and document number; pictures go between your phone and it, never to us. Five times a day at most.',
  },
  begin: { zh: '开始人脸核验', en: 'Begin the face check' },
  open: { zh: '打开核验页面', en: 'Open the checking page' },
  opened: {
    zh: '核验页面已打开。做完后回到这里，会自动查询结果。',
    en: 'The checking page has opened. Finish it and come back: the result is then asked for by itself.',
  },
  copied: {
    zh: '核验页面的网址已复制。请在手机浏览器里粘贴打开，做完后回到这里。',
    en: 'The address of the checking page was copied. Paste it into your phone’s browser, finish, and come back here.',
  },
  failed: {
    zh: '没能打开核验页面。请再点一次，或到服务台办理。',
    en: 'The checking page could not be opened. Tap again, or go to a service desk.',
  },
  done: { zh: '我已完成', en: 'I have done it' },
});
