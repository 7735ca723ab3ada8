import type { Meaning } from '@tongcheng/shared/rides/meanings';
import { otherMeanings } from '@tongcheng/shared/rides/other-meanings';
import type { ScanReply } from '@tongcheng/shared/rides/wire';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { CorrectSheet } from './correct-sheet';
import { correctionTexts, meaningInSentenceTexts } from './texts/meaning-texts';

/** A quiet way to say that the scan meant something else; where nothing else is possible, nothing is offered. */
export function WrongMeaning({
  reply,
  meaning,
  onCorrected,
}: {
  readonly reply: ScanReply;
  readonly meaning: Meaning;
  readonly onCorrected: (meaning: Meaning) => void;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { venue, scanId, scannedAt } = reply;
  const others = otherMeanings(venue.mode, venue.kind, meaning);
  if (others.length === 0 || venue.demonstration) return null;
  const corrected = (_scanId: string, said: Meaning) => {
    setOpen(false);
    onCorrected(said);
  };
  const sheet = { city: venue.city, scans: [{ scanId, scannedAt, meaning, others: [...others] }] };
  return (
    <>
      <Button id="wrong-meaning" variant="link" onPress={() => setOpen(true)}>
        {meaning === 'repeat'
          ? say(correctionTexts.wrongRepeat)
          : say(correctionTexts.wrong, { meaning: say(meaningInSentenceTexts[meaning]) })}
      </Button>
      {open && <CorrectSheet {...sheet} onCorrected={corrected} onClose={() => setOpen(false)} />}
    </>
  );
}
