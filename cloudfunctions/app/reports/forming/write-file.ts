import { createHash, type Hash, hkdfSync } from 'node:crypto';
import { Readable } from 'node:stream';
import type { KeyService } from '../../../ports/key-service';
import { type PackedWorkbook, packedWorkbook } from '../../workbooks/packed-workbook';
import { xlsxType } from '../../workbooks/write-workbook';
import type { SecretBytes } from '../protection/agile-encryption';
import { encryptWorkbook } from '../protection/encrypt-workbook';
import { reportPassword } from '../protection/report-password';
import { type Form, formUnder, type ReportPlan } from '../records';
import type { ContentOrder, ReportSubject, ReportSums } from '../subjects/subject';
import type { FormingNeeds } from './needs';
import { type FormingSlice, wholeSlice } from './slice';
import { walkParts } from './walk-parts';

/** A file that lies in the object store. */
export interface WrittenFile {
  readonly key: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly counts: ReportSums;
  readonly dayForgotten: boolean;
}

type Order = Omit<ContentOrder, 'stepSize'>;

/** The key of the file that an attempt writes. */
export const fileKeyOf = (attempt: string) => `${attempt}.xlsx`;

/**
 * Writes on at a form of a planned version, under the attempt's own keys, as long as the slice lasts: its tables part by part, then
 * the file. Undefined when something is left for the next slice. The access is on record first.
 */
export async function writeSlice(
  needs: FormingNeeds,
  subject: ReportSubject,
  order: Order,
  slice: FormingSlice,
): Promise<WrittenFile | undefined> {
  const { plan, form } = order;
  if (formUnder(plan.protection, form) !== form) throw new Error('a report without protection carries no names');
  const content = await subject.content(needs, { ...order, stepSize: slice.sizes.riders });
  const { walk, sheets, counts, dayForgotten } = content;
  const tables = walk ? await walkParts(needs.objects, walk, slice) : [];
  if (!tables) return undefined;
  const key = fileKeyOf(slice.attempt);
  const stored = await store(needs, plan, form, slice.attempt, await packedWorkbook(tables, sheets));
  return { key, ...stored, counts, dayForgotten };
}

/** Writes a form of a planned version in one go. */
export async function writeFile(
  needs: FormingNeeds,
  subject: ReportSubject,
  order: Order,
  attempt: string,
): Promise<WrittenFile> {
  const written = await writeSlice(needs, subject, order, wholeSlice(attempt));
  if (!written) throw new Error('a slice without end ended');
  return written;
}

async function store(needs: FormingNeeds, plan: ReportPlan, form: Form, attempt: string, workbook: PackedWorkbook) {
  const digest = createHash('sha256');
  const { bytes: plainBytes, content } = workbook;
  const locked =
    plan.protection === 'password'
      ? encryptWorkbook(
          content,
          plainBytes,
          await reportPassword(needs, { ...plan, form }),
          await secretOf(needs.keys, attempt),
        )
      : content;
  const file = Readable.from(digested(locked, digest), { objectMode: false });
  const { bytes } = await needs.objects.put(fileKeyOf(attempt), file, xlsxType);
  return { bytes, sha256: digest.digest('hex') };
}

/** Keys and salts of one attempt's file: the same when its last slice is repeated, another attempt's are others. */
async function secretOf(keys: KeyService, attempt: string): Promise<SecretBytes> {
  const root = await keys.derive('report-protection');
  return (purpose, size) => Buffer.from(hkdfSync('sha512', root, attempt, purpose, size));
}

async function* digested(file: AsyncIterable<Uint8Array>, digest: Hash): AsyncGenerator<Uint8Array> {
  for await (const piece of file) {
    digest.update(piece);
    yield piece;
  }
}
