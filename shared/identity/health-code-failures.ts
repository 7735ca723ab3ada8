import { failureCatalogue } from '../failure-entry';

/** Refusals where an identity is to arrive from a health code (W-02). The form is always a way on. */
export const healthCodeFailures = failureCatalogue({
  'health-code-handover-not-offered': {
    status: 409,
    fault: 'caller',
    retry: 'never',
    zh: '这里的健康码不提供身份信息。请自己填写。',
    en: 'The health code here hands over no identity. Please fill in the form.',
  },
  'health-code-unavailable': {
    status: 503,
    fault: 'outside',
    retry: 'later',
    zh: '健康码平台暂时没有回应，本次不计次数。请稍后再试，或自己填写。',
    en: 'The health-code platform is not answering; this try does not count. Please try again soon, or fill in the form.',
  },
  'health-code-pending': {
    status: 409,
    fault: 'caller',
    retry: 'after-change',
    zh: '您还没有在健康码页面里同意。请回到那个页面同意后再回来，或自己填写。',
    en: 'You have not agreed on the health-code page yet. Go back there, agree and come back, or fill in the form.',
  },
  'health-code-refused': {
    status: 403,
    fault: 'caller',
    retry: 'after-change',
    zh: '没有得到您的同意，或已过期。可以再试一次，或自己填写。',
    en: 'You did not agree there, or it has expired. Try once more, or fill in the form.',
  },
  'health-code-incomplete': {
    status: 422,
    fault: 'caller',
    retry: 'after-change',
    zh: '健康码里的信息不够认证（缺少证件或本人手机号，或未满十四周岁）。请在这里填写。',
    en: 'The health code does not hold enough (no document, no phone of the person’s own, or somebody under fourteen). Please fill in the form here.',
  },
});
