import * as z from 'zod';
import { rider } from '../access';
import { endpoint } from '../endpoint';
import { Nothing } from '../wire';
import { exportForms, OwnAccess } from './wire';

export const ownAccesses = endpoint({
  name: 'rights.own-accesses',
  formerly: ['rights.accesses'],
  summary: { zh: '谁看过我的信息，为什么', en: 'Who looked at my information, and why' },
  access: rider,
  input: Nothing,
  output: z.strictObject({ accesses: z.array(OwnAccess) }),
  failures: [],
});

export const exportOwn = endpoint({
  name: 'rights.export-own',
  formerly: ['rights.export'],
  summary: { zh: '导出我的全部信息（可读表格或 JSON）', en: 'Export everything about me, as a readable sheet or JSON' },
  access: rider,
  input: z.strictObject({
    form: z.enum(exportForms),
    /** The rider's own document number, typed anew: a phone left on a table gives away nothing in the clear. */
    documentNumber: z.string().min(1).max(60),
  }),
  output: z.strictObject({ fileName: z.string(), contentType: z.string(), base64: z.string() }),
  failures: ['not-authenticated', 'identity-not-proven', 'document-refused', 'too-many-tries'],
});
