import { texts } from '../../../ui/words';

/** The long consent text, section by section. `{days}`, `{city}` and `{hotline}` come from the city. */
export const consentTexts = texts({
  version: { zh: '版本 {version}', en: 'Version {version}' },
  whoTitle: { zh: '谁在处理', en: 'Who' },
  who: {
    zh: '{city}的交通运输主管部门委托运营单位处理。您可以拨打服务热线 {hotline} 询问、更正、删除或投诉。',
    en: 'The transport bureau of {city}, through its operators. Call {hotline} to ask, correct, delete or complain.',
  },
  whatTitle: { zh: '处理哪些信息', en: 'What' },
  what: {
    zh: '姓名、证件种类和号码、手机号（由您填写，或由您的手机用相机从证件上读出、图像不保存不上传，或经您在支付宝、微信里同意后带来）；扫码的时间与乘车点；健康状态和检测结果（由来源平台提供）；绑定的交通卡号。证件号码和健康信息是敏感个人信息，需要您单独同意。',
    en: 'Name, kind and number of your document, phone (as you write them, as your phone reads them from the document with its camera, keeping and sending no picture, or as Alipay or WeChat hands them over with your consent there); time and place of scans; health status and test result, from their source; cards you bind. Document number and health information are sensitive and need your separate consent.',
  },
  placeTitle: { zh: '大致位置（可不选）', en: 'Rough place (optional)' },
  place: {
    zh: '只有您另行选择后，扫码、登记客车时才附上手机的大致位置（精确到几百米；在微信里由微信给出更粗略的位置）。它只用一次：比对是否远离乘车点或客车的线路。服务器保存的是比对结果（客车还有离线路大约多远，分三档）和扫码的一个带当天密钥的校验值，不保存位置；还没有上传的扫码连同位置留在您的手机里，上传后删除。不选也能乘车，随时可在菜单里关闭。',
    en: 'Only if you choose so does a scan or a coach registration carry your phone’s rough place (to some hundred metres; WeChat gives a rougher one). It is used once, to see whether it was made far from the venue or from the coach’s way. The service keeps what came of that (of a coach also how far, in three steps) and of a scan a check value under the day’s key, not the place; a scan not yet delivered waits on your phone with its place and is removed once delivered. You can ride without it, and turn it off in the menu at any time.',
  },
  whyTitle: { zh: '为什么', en: 'Why' },
  why: {
    zh: '登记谁在什么时候乘坐了哪辆车，在发现病例时能找到并通知同乘的人。不用于其他目的，不用于执法，不作商业使用。',
    en: 'To register who rode where and when, so that people who shared a ride with a case can be found and told. For no other purpose: not for policing, not for business.',
  },
  howTitle: { zh: '怎样保存', en: 'How' },
  how: {
    zh: '姓名、号码单独加密保存；扫码记录里只有每天更换的代号。工作人员只看到遮盖后的姓名。每次查阅都有记录。',
    en: 'Names and numbers are encrypted apart; scan records hold only a pseudonym that changes every day. Staff see a masked name. Every access is recorded.',
  },
  longTitle: { zh: '保存多久', en: 'How long' },
  long: {
    zh: '扫码记录保存 {days} 天，之后销毁当天的密钥，记录不再能与您关联。',
    en: 'Scan records are kept for {days} days; then the day’s key is destroyed and they can no longer be linked to you.',
  },
  childTitle: { zh: '未满十四周岁', en: 'Under fourteen' },
  child: {
    zh: '需要监护人同意。监护人可以代为查询、更正和撤回。',
    en: 'A guardian must agree, and may ask, correct and withdraw on the child’s behalf.',
  },
  rightsTitle: { zh: '您可以做什么', en: 'Your rights' },
  rights: {
    zh: '在“我的账户”里随时查看、撤回同意。不同意不影响您请工作人员登记乘车。',
    en: 'See and withdraw under “My account” at any time. If you do not agree, staff can still register you for a ride.',
  },
});
