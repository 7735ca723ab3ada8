import { messageConsentText } from '@tongcheng/shared/identity/consent';
import { texts } from '../../../ui/words';

/** Words of the choice of messages inside the app. */
export const messageTexts = texts({
  title: { zh: '卫生部门的消息', en: 'Messages of the health office' },
  consent: messageConsentText,
  agree: { zh: '同意在本应用内接收', en: 'Agree to get them in this app' },
  again: { zh: '再同意一次', en: 'Agree once more' },
  stop: { zh: '不再接收，删除平台编号', en: 'No longer; delete my number on this platform' },
  agreed: {
    zh: '已同意。微信每次同意只能收一条消息，收到后可以再同意一次。',
    en: 'You agreed. In WeChat each agreement is for one message; after one came you can agree again.',
  },
  declined: {
    zh: '没有开启。需要联系您时，会发短信或打电话。',
    en: 'Not switched on. You are reached by short message or phone.',
  },
  away: { zh: '平台没有回应，请稍后再试。', en: 'The platform did not answer. Please try again soon.' },
});
