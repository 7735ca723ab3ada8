import * as z from 'zod';
import { official } from '../access';
import { endpoint } from '../endpoint';
import { CityCode, WireInstant } from '../wire';

export const postVisitorCode = endpoint({
  name: 'oversight.post-visitor-code',
  summary: {
    zh: '生成客运站的来访司乘码，张贴在站内，外省司乘凭它登记发车',
    en: 'A visitor code to post at a coach station: crews from outside the province register departures by it',
  },
  access: official('administrator', 'operator', 'bureau'),
  input: z.strictObject({
    city: CityCode,
    stationId: z.string().min(1).max(40),
    validDays: z.number().int().min(1).max(366),
  }),
  output: z.strictObject({ invitation: z.string(), link: z.string(), expiresAt: WireInstant }),
  failures: ['city-unknown', 'capability-absent', 'station-unknown'],
});
