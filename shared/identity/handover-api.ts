import * as z from 'zod';
import { rider } from '../access';
import { endpoint } from '../endpoint';
import { HealthCodePages } from '../venues/ways-in';
import { Nothing } from '../wire';
import { RiderSession } from './wire';

export const beginHealthCodeHandover = endpoint({
  name: 'identity.begin-health-code-handover',
  summary: {
    zh: '用健康码带入身份：得到健康码平台上由本人同意的页面',
    en: 'Bring the identity from the health code: gives the page of its platform on which its holder agrees',
  },
  access: rider,
  input: Nothing,
  output: z.strictObject({ pages: HealthCodePages }),
  failures: [
    'consent-missing',
    'already-authenticated',
    'health-code-handover-not-offered',
    'health-code-unavailable',
    'too-many-tries',
  ],
});

export const finishHealthCodeHandover = endpoint({
  name: 'identity.finish-health-code-handover',
  summary: {
    zh: '本人同意后，取回健康码平台的身份并完成实名认证',
    en: 'After its holder agreed: fetch the identity from the health-code platform and authenticate with it',
  },
  access: rider,
  input: Nothing,
  output: RiderSession,
  failures: [
    'consent-missing',
    'health-code-handover-not-offered',
    'health-code-unavailable',
    'health-code-pending',
    'health-code-refused',
    'health-code-incomplete',
    'real-name-mismatch',
    'real-name-unavailable',
    'real-name-at-desk',
    'already-authenticated',
    'too-many-tries',
  ],
});
