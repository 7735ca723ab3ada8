import * as z from 'zod';
import { documentKinds } from './documents/kinds';

/** W-20: somebody as staff read it off the document in their hand. */
export const AssistedDocument = z.strictObject({
  by: z.literal('document'),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string().min(1).max(60),
  name: z.string().min(1).max(80),
  /** Their own or a relative's, where there is one: for whoever has to reach them. */
  phone: z.string().min(1).max(30).exactOptional(),
});
export type AssistedDocument = z.output<typeof AssistedDocument>;
