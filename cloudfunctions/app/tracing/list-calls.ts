import { maskDocumentForComparison } from '@tongcheng/shared/identity/masks';
import { fail, ok } from '@tongcheng/shared/result';
import type { CallRow } from '@tongcheng/shared/tracing/measures';
import type * as api from '@tongcheng/shared/tracing/measures-api';
import type { PersonFacts } from '../../vault/vault';
import { recordAccess } from '../audit/record-access';
import type { UseCase } from '../use-case';
import { recordForRiders } from './cases/record-for-riders';
import type { TracingNeeds } from './cases/tracing-needs';
import { isMeasureOpenTo, measureOf } from './measures/measures-of';
import { type NoticeRecord, tracingNotices } from './notices/notice-record';
import { contactOf, type OpenedNotice, openTold } from './notices/told-person';

/**
 * Whom no message reached, with name and phone, those first whose time came first (W-26): for who holds the case and who approved, while the notice
 * holds. Each opening is on record first, also under each person's own mark.
 */
export const listCalls: UseCase<typeof api.listCalls, TracingNeeds> = async (needs, caller, input) => {
  const held = await measureOf(needs, caller, input.measureId);
  if (!held) return fail('measure-unknown');
  const { _v, ...record } = held;
  if (!(await isMeasureOpenTo(needs, caller, record))) return fail('measure-not-open');
  const { store, vault, clock } = needs;
  const where = { measureId: record._id, state: 'to-call' } as const;
  const order = { by: 'nextAt', direction: 'asc' } as const;
  const { items } = await store.find(tracingNotices, { where, order, limit: input.limit });
  const { city, _id: what } = record;
  const access = { who: caller.officialId, city, what, reason: 'open-calls', counts: { riders: items.length } };
  await recordAccess(needs, { purpose: 'tracing', ...access });
  const opened = await Promise.all(items.map(async (row) => ({ row, told: await openTold(vault, row) })));
  const personIds = opened.flatMap(({ told }) => told.personId ?? []);
  await recordForRiders(needs, caller, record, personIds);
  const facts = await vault.reveal(personIds, 'tracing');
  return ok({
    calls: opened.map(({ row, told }) => callRow(row, told, facts)),
    total: await store.count(tracingNotices, where),
    watermark: { officialId: caller.officialId, measureId: record._id, at: clock.now() },
  });
};

function callRow(row: NoticeRecord, told: OpenedNotice, facts: ReadonlyMap<string, PersonFacts>): CallRow {
  const found = contactOf(told, facts);
  return {
    noticeId: row._id,
    ...(found && {
      person: {
        ...{ name: found.name, documentKind: found.documentKind, phone: found.phone },
        maskedDocument: maskDocumentForComparison(found.documentNumber),
      },
    }),
    because: row.because ?? 'unsure',
    calls: [...row.calls],
    nextAt: row.nextAt,
  };
}
