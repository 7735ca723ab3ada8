import { texts } from '../../../ui/words';

/** Words of the account, its status and its end. */
export const accountTexts = texts({
  name: { zh: '姓名', en: 'Name' },
  document: { zh: '证件', en: 'Document' },
  phone: { zh: '手机', en: 'Phone' },
  status: { zh: '健康状态', en: 'Health status' },
  green: { zh: '绿码', en: 'Green' },
  yellow: { zh: '黄码', en: 'Yellow' },
  red: { zh: '红码', en: 'Red' },
  missing: { zh: '没有查到', en: 'Not found' },
  unavailable: { zh: '来源暂时没有回应', en: 'The source is not answering' },
  source: { zh: '来源：{source}', en: 'Source: {source}' },
  issued: { zh: '更新：{time}', en: 'Updated: {time}' },
  expires: { zh: '有效至：{time}', en: 'Valid until: {time}' },
  expired: { zh: '已于 {time} 过期', en: 'Expired at {time}' },
  elsewhereWechat: {
    zh: '您的健康状态是在微信里办理的，这里查不到。可以用微信扫同一个乘车码；也可以在这里的健康码应用补全后，点“查询最新状态”。',
    en: 'Your status was obtained in WeChat and is not known here. Scan the same code with WeChat; or complete it in the health-code app here, then ask for the latest status.',
  },
  elsewhereAlipay: {
    zh: '您的健康状态是在支付宝里办理的，这里查不到。可以用支付宝扫同一个乘车码；也可以在这里的健康码应用补全后，点“查询最新状态”。',
    en: 'Your status was obtained in Alipay and is not known here. Scan the same code with Alipay; or complete it in the health-code app here, then ask for the latest status.',
  },
  nobodySets: {
    zh: '状态只来自来源平台，任何人不能手工修改。',
    en: 'A status comes from its source only; nobody can set it by hand.',
  },
  refresh: { zh: '查询最新状态', en: 'Ask for the latest status' },
  refreshed: { zh: '已查询，状态是最新的。', en: 'Asked just now; this is the latest.' },
  test: { zh: '核酸检测：{result}', en: 'Nucleic-acid test: {result}' },
  negative: { zh: '阴性，{time}', en: 'Negative, {time}' },
  positive: { zh: '阳性，{time}', en: 'Positive, {time}' },
  cards: { zh: '交通卡', en: 'Transit cards' },
  manageCards: { zh: '查看与绑定', en: 'See and bind' },
  cardCount: { zh: '已绑定 {n} 张', en: '{n} bound' },
  consent: { zh: '信息处理告知', en: 'Consent notice' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signOutHere: { zh: '在这台手机退出', en: 'On this phone' },
  signOutEverywhere: { zh: '在所有设备退出', en: 'On all devices' },
  withdraw: { zh: '撤回同意', en: 'Withdraw consent' },
  withdrawWords: {
    zh: '撤回后，您的实名信息立即停用，交通卡和家人一并解除；再次乘车需要重新认证。乘过车的，姓名和电话封存到最后一次行程的保存期满，只用于通知同乘，然后销毁；没有乘过车的，立即销毁。',
    en: 'Your identity is out of use at once, cards and family are released; to ride again you verify again. If you rode, name and phone stay sealed until your last ride’s period ends, only to tell you of an exposure, and are then destroyed; otherwise they are destroyed at once.',
  },
  withdrawConfirm: { zh: '确认撤回', en: 'Withdraw now' },
  keep: { zh: '不，返回', en: 'No, go back' },
  loading: { zh: '正在取回账户', en: 'Fetching the account' },
  callHotline: { zh: '服务热线', en: 'Hotline' },
});

/** Words of completing a health status elsewhere and coming back (W-06). */
export const healthCodeTexts = texts({
  title: { zh: '补全健康信息', en: 'Complete your health status' },
  opened: {
    zh: '请在打开的健康码页面里补全。回到这里后会自动查询，不用再点。',
    en: 'Complete it on the health-code page that opened. Back here it is asked for by itself.',
  },
  copied: {
    zh: '健康码页面的地址已经复制。请在浏览器里粘贴打开，补全后回到这里，会自动查询。',
    en: 'The address of the health-code page is copied. Paste it into a browser, complete your status and come back: it is asked for by itself.',
  },
  failed: {
    zh: '健康码页面没有打开。请再试一次，或在健康码应用里补全后，点“查询最新状态”。',
    en: 'The health-code page did not open. Try again, or complete your status in the health-code app and ask for the latest status.',
  },
  stillMissing: {
    zh: '还没有查到您的健康状态。办好后可能要等一会儿，请再查询；也可以请工作人员处理。',
    en: 'No status was found yet. It may take a moment after you obtained it: ask again, or ask staff.',
  },
  green: { zh: '查到了：绿码。请重新扫码，再出示结果。', en: 'Found: green. Scan again and show the result.' },
  yellow: {
    zh: '查到了：黄码，暂不能乘车。重新扫码可以看到原因和下一步。',
    en: 'Found: yellow; you may not ride for now. Scan again for the reason and what to do.',
  },
  red: {
    zh: '查到了：红码，暂不能乘车。重新扫码可以看到原因和下一步。',
    en: 'Found: red; you may not ride for now. Scan again for the reason and what to do.',
  },
  toldAtScan: {
    zh: '已经查询。这个账户还没有证明是本人的，健康状态在扫码时随核验结果显示：请重新扫码。',
    en: 'The source was asked. This account is not yet proved to be yours, so your status shows with the result: please scan again.',
  },
  scanAgain: { zh: '重新扫码', en: 'Scan again' },
  openAgain: { zh: '再打开健康码页面', en: 'Open the health-code page again' },
  complete: { zh: '补全健康信息', en: 'Complete my health status' },
  close: { zh: '关闭', en: 'Close' },
});

/** Words of the gate before screens that need an identity. */
export const accessTexts = texts({
  loading: { zh: '正在登录', en: 'Signing in' },
  awayTitle: { zh: '暂时连不上服务', en: 'The service cannot be reached' },
  retry: { zh: '重试', en: 'Retry' },
  signedOutTitle: { zh: '您已退出登录', en: 'You are signed out' },
  signedOutWords: { zh: '重新登录后，可以继续扫码和查看行程。', en: 'Sign in again to scan and to see your rides.' },
  signIn: { zh: '登录', en: 'Sign in' },
});
