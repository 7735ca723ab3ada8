import type { Text } from '../../text';
import { addDays, dayOf, formatInstant, type Instant } from '../../time';
import { venueFailures } from '../../venues/failures';
import type { ReasonCode } from '../meanings';
import { sourceName } from './sources';
import { channelNames, type ReasonFacts } from './ways';

type Words = (facts: ReasonFacts) => Text;

const always =
  ({ zh, en }: Text): Words =>
  () => ({ zh, en });

/** What is said for each reason: what, why, what now (design/screens.md). X-15: a colour names its source and time. */
export const reasonTexts: Readonly<Record<ReasonCode, Words>> = {
  'identity-missing': always({
    zh: '您还没有完成实名认证，暂不能乘车。认证一次，以后直接扫码。',
    en: 'You cannot ride yet: your identity has not been verified. Verify it once and from then on just scan.',
  }),
  'status-red': (facts) => colour(facts, '红码', 'red'),
  'status-yellow': (facts) => colour(facts, '黄码', 'yellow'),
  'status-missing': missing,
  'status-expired': expired,
  'status-not-yet-valid': notYetValid,
  'status-unavailable': always({
    zh: '健康码平台暂时没有回应，查不到您的健康码。本次扫码已登记，请工作人员复核。',
    en: 'The health-code platform is not answering, so your status is not known. The scan is registered; staff will check.',
  }),
  'test-too-old': always({
    zh: '您最近一次核酸检测已超过这里要求的天数，暂不能乘车。重新检测后即可乘车。',
    en: 'You cannot ride for now: your last test is older than this place allows. Take a new one and you may ride.',
  }),
  'test-positive': always({
    zh: '您最近一次核酸检测为阳性，暂不能乘车。请联系社区或服务热线，他们会安排下一步。',
    en: 'You cannot ride for now: your last test was positive. Call the community or the hotline; they arrange what is next.',
  }),
  'test-missing': always({
    zh: '没有查到您的核酸检测结果，而这里要求有阴性结果，暂不能乘车。检测后即可乘车。',
    en: 'You cannot ride for now: this place asks for a negative test and none of yours was found. Take one and you may ride.',
  }),
  'test-unavailable': always({
    zh: '核酸检测结果暂时查不到。本次扫码已登记，请工作人员复核。',
    en: 'Test results cannot be looked up at the moment. The scan is registered; staff will check.',
  }),
  'code-revoked': always(venueFailures['code-revoked']),
  'code-forged': always(venueFailures['code-forged']),
  'code-foreign': always(venueFailures['code-foreign']),
  'code-unknown': always(venueFailures['code-unknown']),
  'code-demonstration': always({
    zh: '这是演示用的码，不能凭它乘车，也不计入行程。请扫车上或站口张贴的乘车码。',
    en: 'This is a demonstration code: it admits nobody and counts as no ride. Scan the code posted in the vehicle or at the entrance.',
  }),
};

function colour({ at, source, issuedAt }: ReasonFacts, zh: string, en: string): Text {
  const from = origin({
    at,
    ...(source === undefined ? {} : { source }),
    ...(issuedAt === undefined ? {} : { issuedAt }),
  });
  return {
    zh: `您的健康码为${zh}${from.zh}。暂不能乘车。可申诉或联系社区。`,
    en: `You cannot ride for now: your health code is ${en}${from.en}. You can appeal or call the community.`,
  };
}

function origin({ at, source, issuedAt }: ReasonFacts): Text {
  if (source === undefined || issuedAt === undefined) return { zh: '', en: '' };
  const name = sourceName(source);
  const time = when(issuedAt, at);
  return { zh: `（来源：${name.zh}，${time.zh} 更新）`, en: ` (source: ${name.en}, updated ${time.en})` };
}

function missing({ statusElsewhere }: ReasonFacts): Text {
  if (statusElsewhere !== undefined) return elsewhere(channelNames[statusElsewhere]);
  return {
    zh: '这里还没有您的健康信息。请补全；能否先乘车，由工作人员按当地规定决定。',
    en: 'Your health status is not known here yet. Please complete it; whether you may ride now is for staff to say by local rule.',
  };
}

function elsewhere({ zh, en }: Text): Text {
  return {
    zh: `您的健康信息是在${zh}里办理的，这里查不到。可以改用${zh}扫码，也可以在这里补全。`,
    en: `Your health status was obtained in ${en} and is not known here. Scan with ${en}, or complete it here.`,
  };
}

function expired({ at, expiresAt }: ReasonFacts): Text {
  const time = expiresAt === undefined ? { zh: '', en: '' } : when(expiresAt, at);
  return {
    zh: `您的健康信息已过期${time.zh && `（${time.zh} 到期）`}。请更新，或请工作人员复核。`,
    en: `Your health status has expired${time.en && ` (${time.en})`}. Please renew it or ask staff to check.`,
  };
}

function notYetValid({ at, issuedAt }: ReasonFacts): Text {
  const time = issuedAt === undefined ? { zh: '以后', en: 'later' } : when(issuedAt, at);
  return {
    zh: `查到的健康信息要到${time.zh}才生效，现在不能作准。请工作人员复核。`,
    en: `The health status that was found holds only from ${time.en} and cannot be relied on now. Staff will check.`,
  };
}

/** An instant as people say it: 今天 07:30, 昨天 07:30, 6月2日 07:30. Times are Shanghai's. */
function when(at: Instant, now: Instant): Text {
  const clock = formatInstant(at, 'HH:mm');
  const day = dayOf(at);
  if (day === dayOf(now)) return { zh: `今天 ${clock}`, en: `today ${clock}` };
  if (day === addDays(dayOf(now), -1)) return { zh: `昨天 ${clock}`, en: `yesterday ${clock}` };
  return { zh: formatInstant(at, 'M月D日 HH:mm'), en: formatInstant(at, 'YYYY-MM-DD HH:mm') };
}
