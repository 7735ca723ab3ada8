import { useEffect } from 'react';
import { crewRecord } from '../../../client/crew-client';
import { usePhone, useRecord } from '../../../client/phone';
import { onNetworkBack } from '../../../platform/network/network';
import { crewBookRecord, knownRunsRecord, placesRecord } from './crew-book';
import { deliverCrewEvents } from './deliver-crew-events';

const everyMs = 5_000;

/** The crew's session, what this phone holds of departures, and the places to choose from. While the page is open, what waits is delivered. */
export function useCrew() {
  const phone = usePhone();
  const { session } = useRecord(crewRecord);
  const book = useRecord(crewBookRecord);
  const places = useRecord(placesRecord);
  const isIn = session?.signing !== undefined;
  useEffect(() => {
    if (!isIn) return undefined;
    const { crew, records } = phone;
    const deliver = () => void deliverCrewEvents(phone).catch(() => undefined);
    crew
      .call('coaches.list-places', {})
      .then((answer) => answer.ok && records.write(placesRecord, answer.value))
      .catch(() => undefined);
    crew
      .call('coaches.list-known-runs', {})
      .then((answer) => answer.ok && records.write(knownRunsRecord, answer.value))
      .catch(() => undefined);
    records
      .recover(crewBookRecord)
      .then(deliver)
      .catch(() => undefined);
    const timer = setInterval(deliver, everyMs);
    const stop = onNetworkBack(deliver);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [phone, isIn]);
  return { session, book, places };
}
