import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { fail, ok } from '@tongcheng/shared/result';
import type * as api from '@tongcheng/shared/rights/api';
import { dayOf } from '@tongcheng/shared/time';
import { aboutPerson } from '../audit/access-entry';
import type { AuditNeeds } from '../audit/chain';
import { recordAccess } from '../audit/record-access';
import { takeAttempt } from '../identity/attempts/take-attempt';
import type { UseCase } from '../use-case';
import { xlsxType } from '../workbooks/write-workbook';
import { type OwnRecordsNeeds, ownRecords } from './own-records';
import { ownWorkbook } from './own-workbook';

/** Exports a day of one person, right or wrong: enough to mistype, too few to guess a number. */
const attemptsADay = 10;

/**
 * Everything about the rider as a file, for whoever holds the session and knows the document's number. Recorded like
 * every other look at personal values, before anything leaves.
 */
export const exportOwn: UseCase<typeof api.exportOwn, OwnRecordsNeeds & AuditNeeds> = async (needs, caller, input) => {
  const { personId } = caller;
  const day = dayOf(needs.clock.now());
  if (personId === undefined) return fail(caller.claimedPersonId ? 'identity-not-proven' : 'not-authenticated');
  if (!(await takeAttempt(needs, `export.${personId}`, attemptsADay))) return fail('too-many-tries');
  const person = (await needs.vault.reveal([personId], 'own-data')).get(personId);
  if (!person) return fail('not-authenticated');
  const typed = checkDocument(person.documentKind, input.documentNumber, day);
  if (!typed.valid || typed.stored !== person.documentNumber) return fail('document-refused');
  const what = await aboutPerson(needs.vault, personId);
  await recordAccess(needs, {
    purpose: 'own-data',
    who: 'rider',
    city: '',
    what,
    reason: input.form,
    counts: { riders: 1 },
  });
  const records = await ownRecords(needs, caller, person, personId);
  if (input.form === 'xlsx')
    return ok({
      fileName: `tongcheng-${day}.xlsx`,
      contentType: xlsxType,
      base64: (await ownWorkbook(records)).toString('base64'),
    });
  const json = Buffer.from(JSON.stringify(records, null, 2));
  return ok({ fileName: `tongcheng-${day}.json`, contentType: 'application/json', base64: json.toString('base64') });
};
