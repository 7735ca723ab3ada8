import { texts } from '../../../ui/words';

/** Words of bringing an identity from the health code (W-02). */
export const handoverTexts = texts({
  words: {
    zh: '已经有健康码？在健康码页面里点一次同意，姓名、证件号码和手机号会带到这里，只用于这次认证，不用再填。',
    en: 'You have a health code already? Agree once on its page, and name, document number and phone come here for this verification: nothing to type.',
  },
  begin: { zh: '用健康码带入身份', en: 'Bring my identity from the health code' },
  open: { zh: '打开健康码页面', en: 'Open the health-code page' },
  opened: {
    zh: '请在打开的健康码页面里同意。回到这里后会自动取回，不用再点。只同意您自己刚才打开的页面。',
    en: 'Agree on the health-code page that opened. Back here it is fetched by itself. Agree only on a page that you opened yourself just now.',
  },
  copied: {
    zh: '健康码页面的地址已经复制。请在浏览器里粘贴打开，同意后回到这里，会自动取回。',
    en: 'The address of the health-code page is copied. Paste it into a browser, agree and come back: it is fetched by itself.',
  },
  failed: {
    zh: '健康码页面没有打开。请再试一次，或自己填写。',
    en: 'The health-code page did not open. Try again, or fill in the form.',
  },
  done: { zh: '我已同意', en: 'I have agreed' },
});
