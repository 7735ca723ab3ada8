import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeWorkbook, xlsxType } from '../../workbooks/write-workbook';
import { encryptWorkbook } from '../protection/encrypt-workbook';
import { reportPassword } from '../protection/report-password';
import { type Form, formUnder, type ReportPlan } from '../records';
import { openRowSpool } from '../row-spool';
import type { ContentOrder, ReportSubject, ReportSums } from '../subjects/subject';
import type { FormingNeeds } from './needs';

/** A file that lies in the object store. */
export interface WrittenFile {
  readonly key: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly counts: ReportSums;
  readonly dayForgotten: boolean;
}

/** Keys of the files that an attempt writes. */
export const fileKeysOf = (attempt: string) => ({
  file: `${attempt}.xlsx`,
  // The first keeps the name that it has had: an attempt of an earlier release that died is cleared by it too.
  spools: { incomplete: `${attempt}.rows`, refused: `${attempt}.refused.rows` },
});

/** Writes a form of a planned version into the object store, under the attempt's own key. The access is on record first. */
export async function writeFile(
  needs: FormingNeeds,
  subject: ReportSubject,
  { plan, form, scope }: Omit<ContentOrder, 'spools'>,
  attempt: string,
): Promise<WrittenFile> {
  if (formUnder(plan.protection, form) !== form) throw new Error('a report without protection carries no names');
  const key = fileKeysOf(attempt);
  const incomplete = openRowSpool(needs.objects, key.spools.incomplete);
  const refused = openRowSpool(needs.objects, key.spools.refused);
  try {
    const { sheets, counts, dayForgotten } = await subject.content(needs, {
      plan,
      form,
      scope,
      spools: { incomplete, refused },
    });
    const { bytes, sha256 } = await store(needs, plan, form, key.file, writeWorkbook(sheets));
    return { key: key.file, bytes, sha256, counts, dayForgotten };
  } finally {
    await Promise.all([incomplete.discard(), refused.discard()]);
  }
}

async function store(needs: FormingNeeds, plan: ReportPlan, form: Form, key: string, workbook: Readable) {
  const digest = createHash('sha256');
  const { protection } = plan;
  const content =
    protection === 'password'
      ? digested(await encryptWorkbook(await buffer(workbook), await reportPassword(needs, { ...plan, form })), digest)
      : pipeline(workbook, digesting(digest), () => undefined);
  const { bytes } = await needs.objects.put(key, content, xlsxType);
  return { bytes, sha256: digest.digest('hex') };
}

function digested(file: Uint8Array, digest: ReturnType<typeof createHash>): Uint8Array {
  digest.update(file);
  return file;
}

const digesting = (digest: ReturnType<typeof createHash>) =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      digest.update(chunk);
      done(null, chunk);
    },
  });
