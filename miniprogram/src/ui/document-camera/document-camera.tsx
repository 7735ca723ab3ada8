import { Text, View } from '@tarojs/components';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { DocumentReading } from '@tongcheng/shared/identity/documents/reading/read-document';
import type { Day } from '@tongcheng/shared/time';
import { useEffect, useState } from 'react';
import { DocumentReader, type ReaderTrouble } from '../../platform/camera/document-reader';
import { vibrateBriefly } from '../../platform/sound/vibration';
import { useInFront } from '../../platform/view/in-front';
import { Button } from '../button';
import { useSay } from '../words';
import { readerTexts } from './reader-texts';
import { useDocumentFrames } from './use-document-frames';
import './document-camera.scss';

/** So long it reads nothing before it says what may be done. */
const adviceAfterMs = 10_000;

interface DocumentCameraProps {
  readonly kind: DocumentKind;
  readonly today: Day;
  readonly onRead: (reading: DocumentReading) => void;
  readonly onTrouble: (trouble: ReaderTrouble) => void;
  readonly onType: () => void;
}

/**
 * The camera over the whole page, with a frame of the document's shape. The words stand below the picture: on old phones a camera covers
 * whatever is drawn over it. While the page is not in front nothing runs.
 */
export function DocumentCamera({ kind, today, onRead, onTrouble, onType }: DocumentCameraProps) {
  const say = useSay();
  const inFront = useInFront();
  const [ready, setReady] = useState(false);
  const isLate = useLate(inFront);
  const readFrame = useDocumentFrames(kind, today, (reading) => {
    vibrateBriefly();
    onRead(reading);
  });
  const aim = kind === 'passport' ? readerTexts.aimPage : readerTexts.aimCard;
  const waiting = ready ? aim : readerTexts.opening;
  return (
    <View id="document-camera" className="document-camera" role="dialog" aria-modal aria-label={say(readerTexts.title)}>
      <View className="document-sight" role="img" aria-label={say(readerTexts.camera)}>
        {inFront && <DocumentReader onReady={() => setReady(true)} onRecognised={readFrame} onTrouble={onTrouble} />}
        <View className={`document-frame${kind === 'passport' ? ' page-shaped' : ''}`} aria-hidden />
      </View>
      <View className="document-words">
        <View className="document-aim" role={isLate ? 'alert' : 'note'}>
          <Text>{say(isLate ? readerTexts.advice : waiting)}</Text>
        </View>
        <Text className="document-privacy">{say(readerTexts.onlyHere)}</Text>
        <Button id="document-type" variant="light" icon="keyboard" onPress={onType}>
          {say(readerTexts.typeInstead)}
        </Button>
      </View>
    </View>
  );
}

/** Whether somebody has held a document before the camera in vain for long, since the page is in front. */
function useLate(looking: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!looking) return;
    const timer = setTimeout(() => setLate(true), adviceAfterMs);
    return () => clearTimeout(timer);
  }, [looking]);
  return late;
}
