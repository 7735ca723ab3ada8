import type { Phone } from '../../../client/phone';
import { changeHelped, type HelpedPassenger, helpedBookRecord, withRefused, withTaken } from './helped-book';

type Needs = Pick<Phone, 'crew' | 'records' | 'withLock'>;

/** Codes by which the service does not know the caller at the moment: nothing is wrong with what was typed. */
const unknownCaller: readonly string[] = ['not-signed-in', 'session-stale', 'session-ended'];

/** Delivers who was registered on this phone, one after the other; the same again is the same registration. Two tabs take turns. */
export const deliverHelped = (needs: Needs): Promise<void> =>
  needs.withLock('helped-delivery', async () => {
    for (const passenger of needs.records.read(helpedBookRecord).waiting)
      if (!(await deliver(needs, passenger))) return;
  });

/** Whether the service answered for it. */
async function deliver({ crew, records }: Needs, passenger: HelpedPassenger): Promise<boolean> {
  const { registrationId, departureId, at } = passenger;
  const answer = await crew.call('coaches.register-for-passenger', passenger);
  if (answer.ok) {
    const { maskedName, maskedDocument } = answer.value.row;
    changeHelped(records, (book) => withTaken(book, { departureId, registrationId, maskedName, maskedDocument, at }));
    return true;
  }
  const { code, retry, zh, en } = answer.failure;
  if (retry === 'later' || unknownCaller.includes(code)) return false;
  changeHelped(records, (book) => withRefused(book, registrationId, { zh, en }));
  return true;
}
