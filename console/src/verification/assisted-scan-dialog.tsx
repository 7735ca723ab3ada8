import type { AssistedScanInput } from '@tongcheng/shared/rides/assisted-scan';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { type FormEvent, useRef, useState } from 'react';
import { useMutation } from '../client/use-mutation';
import { Dialog } from '../ui/dialog';
import { FailureNotice } from '../ui/failure-notice';
import { useSpeech } from '../ui/language';
import { uiTexts } from '../ui/texts';
import { AssistedRiderFields, ShownProofFields } from './assisted-scan-fields';
import {
  type AssistedScanForm,
  assistedScanOf,
  emptyForm,
  type FormFaults,
  faultsOf,
  type IdentifyingMeans,
} from './assisted-scan-form';
import { assistedScanTexts } from './assisted-scan-texts';

interface Props {
  readonly venue: VenueView;
  /** The server's time. */
  readonly now: () => Instant;
  readonly makeId: (at: Instant) => string;
  readonly onRegistered: (item: FeedScan) => void;
  readonly onClose: () => void;
}

/** Means of the last registration: in a queue the next is usually of the same kind. */
let lastMeans: IdentifyingMeans = 'resident-id';

type AssistedScanId = Pick<AssistedScanInput, 'scanId' | 'enteredAt'> & { readonly about: string };

/** Registers somebody without a phone (W-20, W-21): a number, a name, one tap. What was typed goes with the box. */
export const AssistedScanDialog = ({ venue, now, makeId, onRegistered, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [form, setForm] = useState(() => emptyForm(lastMeans));
  const [faults, setFaults] = useState<FormFaults>({});
  const latest = useRef<AssistedScanId>(undefined);
  const isTaxi = venue.mode === 'taxi';

  /** The same words sent again are the same assisted scan; changed ones are another. */
  const scanIdFor = (about: string): AssistedScanId => {
    if (latest.current?.about === about) return latest.current;
    const enteredAt = now();
    latest.current = { scanId: makeId(enteredAt), enteredAt, about };
    return latest.current;
  };
  const send = async () => {
    const facts = assistedScanOf(form, isTaxi);
    const { scanId, enteredAt } = scanIdFor(JSON.stringify(facts));
    const input = { scanId, venueId: venue.venueId, enteredAt, sentAt: Math.max(now(), enteredAt), ...facts };
    const kept = await mutation.run((client) => client.call('rides.register-for', input));
    if (!kept) return;
    lastMeans = form.means;
    onRegistered(kept.item);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(form, now());
    setFaults(found);
    if (Object.keys(found).length === 0) void send();
  };
  const change = (part: Partial<AssistedScanForm>) => {
    setForm((before) => ({ ...before, ...part }));
    setFaults({});
    mutation.reset();
  };
  return (
    <Dialog title={say(assistedScanTexts.title)} onClose={onClose} part="enter">
      <form className="entry-form" onSubmit={submit} noValidate>
        <AssistedRiderFields form={form} faults={faults} onChange={change} />
        <ShownProofFields form={form} faults={faults} onChange={change} isTaxi={isTaxi} />
        {mutation.failure && <FailureNotice failure={mutation.failure} onAgain={() => void send()} answers />}
        <div className="entry-acts">
          <button type="button" className="quiet" onClick={onClose}>
            {say(uiTexts.cancel)}
          </button>
          <button type="submit" className="primary" data-part="enter-submit" disabled={mutation.isPending}>
            {say(mutation.isPending ? assistedScanTexts.underWay : assistedScanTexts.submit)}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
