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
import { ShownFields, WhomFields } from './entry-fields';
import { type EntryFaults, type EntryForm, type EntryMeans, emptyEntry, entryFactsOf, faultsOf } from './entry-form';
import { entryTexts } from './entry-texts';

interface Props {
  readonly venue: VenueView;
  /** The server's time. */
  readonly now: () => Instant;
  readonly makeId: (at: Instant) => string;
  readonly onEntered: (item: FeedScan) => void;
  readonly onClose: () => void;
}

/** Means of the last entry: in a queue the next is usually of the same kind. */
let lastMeans: EntryMeans = 'resident-id';

type Entry = Pick<AssistedScanInput, 'scanId' | 'enteredAt'> & { readonly about: string };

/** Registers somebody without a phone (W-20, W-21): a number, a name, one tap. What was typed goes with the box. */
export const EntryDialog = ({ venue, now, makeId, onEntered, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [form, setForm] = useState(() => emptyEntry(lastMeans));
  const [faults, setFaults] = useState<EntryFaults>({});
  const entry = useRef<Entry>(undefined);
  const isTaxi = venue.mode === 'taxi';

  /** The same words sent again are the same entry; changed ones are another. */
  const entryOf = (about: string): Entry => {
    if (entry.current?.about === about) return entry.current;
    const enteredAt = now();
    entry.current = { scanId: makeId(enteredAt), enteredAt, about };
    return entry.current;
  };
  const send = async () => {
    const facts = entryFactsOf(form, isTaxi);
    const { scanId, enteredAt } = entryOf(JSON.stringify(facts));
    const input = { scanId, venueId: venue.venueId, enteredAt, sentAt: Math.max(now(), enteredAt), ...facts };
    const kept = await mutation.run((client) => client.call('rides.register-for', input));
    if (!kept) return;
    lastMeans = form.means;
    onEntered(kept.item);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(form, now());
    setFaults(found);
    if (Object.keys(found).length === 0) void send();
  };
  const change = (part: Partial<EntryForm>) => {
    setForm((before) => ({ ...before, ...part }));
    setFaults({});
    mutation.reset();
  };
  return (
    <Dialog title={say(entryTexts.title)} onClose={onClose} part="enter">
      <form className="entry-form" onSubmit={submit} noValidate>
        <WhomFields form={form} faults={faults} onChange={change} />
        <ShownFields form={form} faults={faults} onChange={change} isTaxi={isTaxi} />
        {mutation.failure && <FailureNotice failure={mutation.failure} onAgain={() => void send()} />}
        <div className="entry-acts">
          <button type="button" className="quiet" onClick={onClose}>
            {say(uiTexts.cancel)}
          </button>
          <button type="submit" className="primary" data-part="enter-submit" disabled={mutation.isPending}>
            {say(mutation.isPending ? entryTexts.underWay : entryTexts.submit)}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
