import { failureCatalogue } from '../failure-entry';

/** Refusals to gates and readers. */
export const gateFailures = failureCatalogue({
  'device-without-place': {
    status: 409,
    fault: 'caller',
    retry: 'later',
    zh: '这台设备还没有登记所在地点。请管理员登记地点后再试。',
    en: 'No venue is registered for this device yet. Ask the administrator to give it one, then try again.',
  },
  'set-not-ready': {
    status: 503,
    fault: 'ours',
    retry: 'later',
    zh: '卡片集还没有生成，请稍后再取；在此之前请引导乘客走人工通道。',
    en: 'The card set is not made yet. Ask again soon; until then send riders to the staffed lane.',
  },
  'taps-refused': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '刷卡记录的格式或签名不对，或不是这台设备的。记录没有收下，请保留。',
    en: 'The taps are not of the agreed form, are not signed by this device, or are another’s. Nothing was taken: keep them.',
  },
  'taps-out-of-order': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '批次序号不连续，请从应有的序号开始重新发送。',
    en: 'This batch is not the next one. Send again from the sequence that is expected.',
  },
  'taps-conflict': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这个序号已经收过另一批内容：可能有两台机器使用同一密钥。请停用并联系管理员。',
    en: 'Another batch was taken under this sequence: two machines may hold one key. Stop, and tell the administrator.',
  },
});
