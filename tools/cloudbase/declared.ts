import * as z from 'zod';

const Collection = z.object({
  name: z.string(),
  indexes: z.array(z.object({ name: z.string(), fields: z.array(z.string()) })),
});

/** A collection as `deploy/cloudbase/indexes.json` declares it. */
export type DeclaredCollection = z.output<typeof Collection>;

/** The file `deploy/cloudbase/indexes.json`. */
export const DeclaredDatabase = z.object({ documents: z.array(Collection), keys: z.array(Collection) });
