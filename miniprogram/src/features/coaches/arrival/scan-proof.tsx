import { Text, View } from '@tarojs/components';
import type { ManifestRow } from '@tongcheng/shared/coaches/wire';
import { useState } from 'react';
import { CodeReader } from '../../../platform/camera/code-reader';
import { vibrateBriefly } from '../../../platform/sound/vibration';
import { useInFront } from '../../../platform/view/in-front';
import { Button } from '../../../ui/button';
import { type Say, useSay } from '../../../ui/words';
import { arrivalTexts } from '../texts/arrival-texts';
import { findByProof, type ProofFound } from './find-by-proof';

interface ScanProofProps {
  readonly departureId: string;
  readonly rows: readonly ManifestRow[];
  readonly onPresent: (passenger: string) => void;
}

/** Ticks passengers by the codes on their own phones, one after the other; name and document are shown to be compared. */
export function ScanProof({ departureId, rows, onPresent }: ScanProofProps) {
  const say = useSay();
  const inFront = useInFront();
  const [open, setOpen] = useState(false);
  const [last, setLast] = useState<{ readonly text: string; readonly found: ProofFound }>();
  const [isUnable, setUnable] = useState(false);
  const read = (text: string) => {
    if (text === last?.text) return;
    const found = findByProof(text, { departureId, rows });
    setLast({ text, found });
    vibrateBriefly();
    if (found.is === 'here') onPresent(found.row.passenger);
  };
  if (!open)
    return (
      <Button id="scan-proofs" variant="plain" icon="scan" onPress={() => setOpen(true)}>
        {say(arrivalTexts.scan)}
      </Button>
    );
  return (
    <View className="panel" id="proof-scanner">
      {!isUnable && (
        <View className="coach-sight" role="img" aria-label={say(arrivalTexts.scanAim)}>
          <CodeReader
            active={inFront}
            reading
            torch={false}
            attempt={0}
            scanner={false}
            onRead={read}
            onTrouble={() => setUnable(true)}
            onReady={() => undefined}
            onLight={() => undefined}
            onSeveral={() => undefined}
          />
        </View>
      )}
      <View role="status">
        <Text id="proof-answer">{answerOf(isUnable, last?.found, say)}</Text>
      </View>
      <Button variant="link" onPress={() => setOpen(false)}>
        {say(arrivalTexts.scanStop)}
      </Button>
    </View>
  );
}

function answerOf(isUnable: boolean, found: ProofFound | undefined, say: Say): string {
  if (isUnable) return say(arrivalTexts.noCamera);
  if (!found) return say(arrivalTexts.scanAim);
  if (found.is !== 'here') return say(arrivalTexts[found.is]);
  return say(arrivalTexts.scanned, { name: found.row.maskedName, document: found.row.maskedDocument });
}
