import * as z from 'zod';
import { official, rider } from '../access';
import { endpoint } from '../endpoint';
import { documentKinds } from '../identity/documents/kinds';
import { CityCode, Cursor, FreeText, Id } from '../wire';
import { appealPurposes, longestAnswer, longestAppeal, outcomes } from './outcomes';
import { AppealId, AppealPage, AppealRow, AppealView, OwnAppeal } from './wire';

export const lookAtVerdict = endpoint({
  name: 'appeals.look-at-verdict',
  formerly: ['appeals.look'],
  summary: {
    zh: '一次核验结果的依据，和对它的申诉',
    en: 'What a verdict rests on, and the appeal against it',
  },
  access: rider,
  input: z.strictObject({ scanId: Id }),
  output: AppealPage,
  failures: ['scan-unknown'],
});

export const makeAppeal = endpoint({
  name: 'appeals.make-appeal',
  formerly: ['appeals.make'],
  summary: { zh: '对一次核验结果申诉（每次扫码一条）', en: 'Appeal against a verdict, once for each scan' },
  access: rider,
  input: z.strictObject({
    scanId: Id,
    text: FreeText(longestAppeal),
    /** A fresh sign-in code of the platform, where it checks what its users write. */
    code: z.string().min(1).max(200).exactOptional(),
  }),
  output: AppealView,
  failures: [
    'scan-unknown',
    'appeal-not-needed',
    'appeal-made',
    'appeal-words-refused',
    'sign-in-refused',
    'too-many-tries',
  ],
});

export const ownAppeals = endpoint({
  name: 'appeals.own-appeals',
  formerly: ['appeals.mine'],
  summary: { zh: '我的申诉和答复', en: 'My appeals and their answers' },
  access: rider,
  input: z.strictObject({}),
  output: z.strictObject({ appeals: z.array(OwnAppeal) }),
  failures: [],
});

export const listAppeals = endpoint({
  name: 'appeals.list-appeals',
  formerly: ['appeals.list'],
  summary: { zh: '申诉队列，最急的在前', en: 'The queue of appeals, the most pressing first' },
  access: official('bureau', 'health', 'auditor'),
  input: z.strictObject({
    city: CityCode,
    state: z.enum(['waiting', 'answered']),
    after: Cursor.exactOptional(),
    limit: z.number().int().min(1).max(100),
  }),
  output: z.strictObject({
    appeals: z.array(AppealRow),
    next: Cursor.exactOptional(),
    waiting: z.number().int(),
    /** Of those waiting, how many are past their time. */
    overdue: z.number().int(),
  }),
  failures: ['city-unknown'],
});

export const openAppeal = endpoint({
  name: 'appeals.open-appeal',
  formerly: ['appeals.open'],
  summary: { zh: '打开一条申诉（先记录用途）', en: 'Open an appeal; the purpose is recorded first' },
  access: official('bureau', 'health'),
  input: z.strictObject({ appealId: AppealId, purpose: z.enum(appealPurposes) }),
  output: z.strictObject({
    text: z.string(),
    note: z.string().exactOptional(),
    /** Absent when the person was forgotten since, or never authenticated. */
    person: z
      .strictObject({
        name: z.string(),
        documentKind: z.enum(documentKinds),
        /** First and last four, to compare with a document. */
        maskedDocument: z.string(),
        phone: z.string(),
      })
      .exactOptional(),
  }),
  failures: ['appeal-unknown'],
});

export const answerAppeal = endpoint({
  name: 'appeals.answer-appeal',
  formerly: ['appeals.answer'],
  summary: { zh: '答复一条申诉', en: 'Answer an appeal' },
  access: official('bureau', 'health'),
  input: z.strictObject({
    appealId: AppealId,
    outcome: z.enum(outcomes),
    note: FreeText(longestAnswer).exactOptional(),
  }),
  output: AppealRow,
  failures: ['appeal-unknown', 'appeal-answered'],
});
