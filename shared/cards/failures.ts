import { failureCatalogue } from '../failure-entry';

/** Refusals of card binding. None of them ever blocks a ride (W-03). */
export const cardFailures = failureCatalogue({
  'card-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '发卡方没有查到这张卡。请核对卡面号码；仍不行请拨打服务热线，或先跳过，不影响乘车。',
    en: 'The issuer does not know this card. Check the printed number, call the hotline, or skip this: you can ride without it.',
  },
  'card-bound-elsewhere': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这张卡已绑定在另一个账户。请拨打服务热线核实。',
    en: 'This card is bound to another account. Please call the hotline.',
  },
  'card-limit': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '最多绑定五张卡。请先解除一张。',
    en: 'You can bind five cards at most. Unbind one first.',
  },
  'card-medium-limit': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '每人可以绑定实体卡、手机卡、乘车码、纪念票各一张，这一种已经绑定了。要换一张，请先解除原来的；不是您绑定的，请到服务网点办理。',
    en: 'Each person binds one physical card, one phone card, one ride code and one commemorative ticket; one like this is bound already. Unbind it first, or ask at a service desk if you did not bind it.',
  },
  'card-helper-limit': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '一个人最多帮家人绑定五张卡，五张已满。请先解除一张；已经不在您家人名单里的，请到服务网点办理。',
    en: 'One person binds at most five cards for their family, and five are bound. Unbind one first; for somebody who left your family list ask at a service desk.',
  },
  'card-issuer-unavailable': {
    status: 503,
    fault: 'outside',
    retry: 'later',
    zh: '发卡方暂时没有回应。可以先跳过，稍后再绑定，不影响乘车。',
    en: 'The card issuer is not answering. Skip this for now: you can ride without it.',
  },
  'card-holder-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'after-change',
    zh: '这张卡没有绑定实名乘客。请让乘客出示证件，按证件登记。',
    en: 'No rider has bound this card. Ask for their document and register them by it.',
  },
  'linking-not-begun': {
    status: 409,
    fault: 'caller',
    retry: 'later',
    zh: '这种卡现在还不能关联，按所在城市公布的日期开始。不影响乘车。',
    en: 'Cards of this kind are not linked yet; the city names the day on which that begins. You can ride without it.',
  },
  'card-kind-refused': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '这座城市没有这种卡，或您的登记不包括这种卡。请核对 kind，或请主管单位重新登记。',
    en: 'The city has no such kind of card, or your registration does not name it. Check `kind`, or be registered anew.',
  },
  'link-version-taken': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '这张卡的这个版本已经提交过别的内容。请用更高的版本提交变更。',
    en: 'This version of this card had other contents. Send the change under a higher version.',
  },
  'link-time-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '时间在将来。请核对时钟后重新提交。',
    en: 'This time lies ahead. Check your clock and send it again.',
  },
  'card-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这张卡，可能已经解除绑定。',
    en: 'This card was not found; it may have been unbound already.',
  },
});
