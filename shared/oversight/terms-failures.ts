import { failureCatalogue } from '../failure-entry';

/** Refusals about announcements and admission rules. */
export const termsFailures = failureCatalogue({
  'announcement-incomplete': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '告示要有中文和英文，至少选一种交通方式，结束要晚于开始。请补全后再保存。',
    en: 'An announcement needs both languages, a mode at least, and an end after its beginning. Complete it and save again.',
  },
  'announcement-limit': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '一个城市最多五十条告示。请先撤下已结束的。',
    en: 'A city has fifty announcements at most. Take down those that are over first.',
  },
  'announcement-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这条告示，可能已被撤下。请刷新。',
    en: 'This announcement was not found; somebody may have taken it down. Load the list again.',
  },
  'rule-unknown': {
    status: 404,
    fault: 'caller',
    retry: 'never',
    zh: '没有找到这条规则，或它已经结束。请刷新。',
    en: 'This rule was not found, or is over. Load the list again.',
  },
  'rule-changed': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '这条规则在此期间已被修改。请刷新，看过现在的规则后重新提议。',
    en: 'The rule was changed meanwhile. Load the list again, look at it as it is now, and propose anew.',
  },
  'place-set-unknown': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '城市设置里没有这个地点集，或它在此期间已被修改。请刷新后重新选择。',
    en: 'The city’s settings have no such set of places, or it was changed meanwhile. Load the page again and choose anew.',
  },
  'rule-retroactive': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '规则只能从现在起修改，不能改过去的规定。请改为将来的时间。',
    en: 'Rules change from now on only; what held in the past stays. Choose a time to come.',
  },
  'rule-proposals-limit': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '已有二十项修改等待批准。请先批准或否决一些。',
    en: 'Twenty changes wait for approval already. Approve or reject some first.',
  },
});
