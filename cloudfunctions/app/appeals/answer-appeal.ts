import type * as api from '@tongcheng/shared/appeals/api';
import type { OfficialCaller } from '@tongcheng/shared/caller';
import type { ParsedInputOf } from '@tongcheng/shared/endpoint';
import { fail, ok } from '@tongcheng/shared/result';
import { cityScope, oversees } from '@tongcheng/shared/scope';
import type { Clock } from '../../ports/clock';
import type { DocumentStore, Stored } from '../../ports/document-store';
import type { DayVault, Vault } from '../../vault/vault';
import { scans } from '../rides/scan-record';
import type { UseCase } from '../use-case';
import type { VenueOf } from '../venues/cached-records';
import { type AppealRecord, appeals, partOf } from './appeal-record';
import { appealRow, noteOf } from './appeal-view';

interface Needs {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly venueOf: VenueOf;
}

type Input = ParsedInputOf<typeof api.answerAppeal>;

/** Answers an appeal, once: the first answer stands, the same again by the same official is the same. */
export const answerAppeal: UseCase<typeof api.answerAppeal, Needs> = async (needs, caller, input) => {
  const record = await needs.store.get(appeals, input.appealId);
  if (!record || !oversees(caller, cityScope(record.city))) return fail('appeal-unknown');
  const dayVault = await needs.vault.day(record.city, record.day);
  const scan = await needs.store.get(scans, record._id);
  if (!dayVault || !scan) return fail('appeal-unknown');
  const answered = await answer(needs, caller, input, record, dayVault);
  return answered ? ok(await appealRow(needs.venueOf, dayVault, answered, scan)) : fail('appeal-answered');
};

async function answer(
  needs: Needs,
  caller: OfficialCaller,
  input: Input,
  { _v, ...record }: Stored<AppealRecord>,
  dayVault: DayVault,
): Promise<AppealRecord | undefined> {
  if (record.answer) return isSame(dayVault, record, caller, input) ? record : undefined;
  const { appealId, outcome, note } = input;
  const sealedNote =
    note === undefined ? {} : { sealedNote: dayVault.seal(partOf(appealId, 'note'), { subjectId: note }) };
  const next: AppealRecord = {
    ...record,
    state: 'answered',
    answer: { outcome, ...sealedNote, by: caller.officialId, at: needs.clock.now() },
  };
  if ((await needs.store.update(appeals, next, _v)) === 'updated') return next;
  const appeal = await needs.store.get(appeals, appealId);
  return appeal && answer(needs, caller, input, appeal, dayVault);
}

const isSame = (dayVault: DayVault, record: AppealRecord, { officialId }: OfficialCaller, { outcome, note }: Input) =>
  record.answer?.by === officialId && record.answer.outcome === outcome && noteOf(dayVault, record) === note;
