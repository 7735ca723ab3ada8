import type { OutputOf } from '@tongcheng/shared/endpoint';
import type { checkLiveCode } from '@tongcheng/shared/rides/api';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { plainDigits } from '@tongcheng/shared/typed-text';
import { type FormEvent, useState } from 'react';
import { useMutation } from '../client/use-mutation';
import { Dialog } from '../ui/dialog';
import { FaceShape } from '../ui/face-shape';
import { FailureNotice } from '../ui/failure-notice';
import { useSpeech } from '../ui/language';
import { TextField } from '../ui/text-field';
import { uiTexts } from '../ui/texts';
import { decidedFaceOf } from './decided-face';
import { PersonLine } from './person-line';
import { verifyTexts } from './texts';

type Found = OutputOf<typeof checkLiveCode>;

/** Typing the live code of a rider's screen: the service says whether it is of this moment, of before, or of no scan here. */
export const CheckDialog = ({ venueId, onClose }: { readonly venueId: string; readonly onClose: () => void }) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found>();
  const code = plainDigits(typed);
  const check = async () =>
    setFound(await mutation.run((client) => client.call('rides.check-live-code', { venueId, code })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.length === 6) void check();
  };
  const change = (value: string) => {
    setTyped(value);
    setFound(undefined);
  };
  return (
    <Dialog title={say(verifyTexts.checkTitle)} onClose={onClose} part="check">
      <form onSubmit={submit}>
        <TextField
          label={say(verifyTexts.liveCode)}
          name="live-code"
          value={typed}
          onChange={change}
          hint={say(verifyTexts.checkHint)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
        />
        <button type="submit" className="primary" disabled={code.length !== 6 || mutation.isPending}>
          {say(verifyTexts.check)}
        </button>
      </form>
      {mutation.failure && <FailureNotice failure={mutation.failure} onAgain={() => void check()} />}
      {found && <Outcome found={found} />}
      <button type="button" className="quiet" onClick={onClose}>
        {say(uiTexts.cancel)}
      </button>
    </Dialog>
  );
};

const Outcome = ({ found }: { readonly found: Found }) => {
  switch (found.is) {
    case 'unknown':
      return <Unknown />;
    case 'expired':
      return <Expired item={found.item} />;
    case 'live':
      return <Live item={found.item} />;
  }
};

const Unknown = () => {
  const { say } = useSpeech();
  return (
    <p className="check-outcome check-bad" data-part="check-outcome" data-is="unknown" role="alert">
      {say(verifyTexts.checkUnknown)}
    </p>
  );
};

/** a code of before has no verdict to show: neither its shape nor its word nor its colour. */
const Expired = ({ item }: { readonly item: FeedScan }) => {
  const { say } = useSpeech();
  return (
    <div className="check-outcome check-bad" data-part="check-outcome" data-is="expired" role="alert">
      <p className="check-face">
        <FaceShape face="expired" />
        <span>{say(verifyTexts.expired)}</span>
      </p>
      <p>{say(verifyTexts.checkExpired, { time: timeOf(item) })}</p>
      <PersonLine item={item} />
    </div>
  );
};

const Live = ({ item }: { readonly item: FeedScan }) => {
  const { say } = useSpeech();
  const { face, word } = decidedFaceOf(item);
  return (
    <div className="check-outcome check-good" data-part="check-outcome" data-is="live" role="alert">
      <p>{say(verifyTexts.checkLive, { time: timeOf(item) })}</p>
      <p className="check-face">
        <FaceShape face={face} />
        <span>{say(word)}</span>
      </p>
      <PersonLine item={item} />
    </div>
  );
};

const timeOf = ({ recordedAt }: FeedScan): string => formatInstant(recordedAt, 'HH:mm:ss');
