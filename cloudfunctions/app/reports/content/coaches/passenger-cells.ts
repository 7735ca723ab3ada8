import type { Passenger } from '@tongcheng/shared/coaches/manifest';
import { both, documentWords } from '@tongcheng/shared/reports/words';
import type { DayVault } from '../../../../vault/vault';
import { eventKey } from '../../../coaches/departure-event-record';
import type { ReadDeparture } from '../../../coaches/read-departure';
import type { Form } from '../../records';
import type { PersonCells } from '../source';

/** What a report tells of a passenger: who they are and, in the full form, the addresses that they stated. */
export interface PassengerCells {
  readonly person: PersonCells;
  readonly addressBefore: string;
  readonly addressThere: string;
}

const forgotten: PassengerCells = {
  person: ['密钥已销毁 key destroyed', '', '', ''],
  addressBefore: '',
  addressThere: '',
};

/** Cells of a passenger; a masked form opens no name and shows no address. Undefined day: its key was destroyed. */
export function passengerCells(
  { departureId, records }: ReadDeparture,
  { best }: Passenger,
  form: Form,
  day: DayVault | undefined,
): PassengerCells {
  const key = eventKey(departureId, best.eventId);
  const sealed = records.find(({ _id }) => _id === key)?.sealed;
  if (!day || sealed === undefined) return forgotten;
  if (form === 'masked') {
    const { maskedName, documentKind, maskedDocument, maskedPhone } = day.maskedFacts(key, sealed);
    const person: PersonCells = [maskedName, both(documentWords[documentKind]), maskedDocument, maskedPhone];
    return { person, addressBefore: '', addressThere: '' };
  }
  const {
    name,
    documentKind,
    documentNumber,
    phone,
    addressBefore = '',
    addressThere = '',
  } = day.openFacts(key, sealed);
  return { person: [name, both(documentWords[documentKind]), documentNumber, phone], addressBefore, addressThere };
}
