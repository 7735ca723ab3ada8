import { View } from '@tarojs/components';
import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { type DocumentReading, isReadable } from '@tongcheng/shared/identity/documents/reading/read-document';
import type { Day } from '@tongcheng/shared/time';
import { useState } from 'react';
import { cameraFallbacks } from '../../platform/camera/camera-fallbacks';
import { canReadDocuments, type ReaderTrouble } from '../../platform/camera/document-reader';
import { Button } from '../button';
import { NoticeBar } from '../notice-bar';
import { useSay } from '../words';
import { DocumentCamera } from './document-camera';
import { readerTexts } from './reader-texts';

interface ReadByCameraProps {
  readonly kind: DocumentKind | undefined;
  /** Dates of birth and of expiry are compared with it. */
  readonly today: Day;
  /** Fills the fields; whoever registers sees them, may change them, and sends them. */
  readonly onRead: (reading: DocumentReading) => void;
}

/**
 * W-05: the camera's help beside the field, where the platform reads text on the phone itself; nothing at all where it does not. What came
 * of it, or why nothing did, is said between the field and the button. Typing stays one touch away throughout.
 */
export function ReadByCamera({ kind, today, onRead }: ReadByCameraProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<ReaderTrouble>();
  const [came, setCame] = useState<DocumentReading>();
  const isOffered = kind !== undefined && isReadable(kind) && canReadDocuments();
  if (!isOffered && trouble === undefined) return null;
  const start = () => {
    setTrouble(undefined);
    setCame(undefined);
    setOpen(true);
  };
  const stop = (why?: ReaderTrouble) => {
    setTrouble(why);
    setOpen(false);
  };
  const take = (reading: DocumentReading) => {
    setOpen(false);
    setCame(reading);
    onRead(reading);
  };
  return (
    <View className="read-by-camera">
      {came && <NoticeBar words={say(came.name === undefined ? readerTexts.numberCame : readerTexts.bothCame)} />}
      {trouble === 'unable' && <NoticeBar tone="heed" words={say(readerTexts.unable)} />}
      {trouble === 'refused' && <Refused onAllowed={start} />}
      {isOffered && (
        <Button id="read-by-camera" variant="plain" icon="scan" onPress={start}>
          {say(readerTexts.read)}
        </Button>
      )}
      {open && isOffered && (
        <DocumentCamera kind={kind} today={today} onRead={take} onTrouble={stop} onType={() => stop()} />
      )}
    </View>
  );
}

/** The way to the platform's settings; allowed there, the camera opens at once. */
function Refused({ onAllowed }: { readonly onAllowed: () => void }) {
  const say = useSay();
  const { settings } = cameraFallbacks;
  const allow = async () => {
    if (await settings?.()) onAllowed();
  };
  return (
    <NoticeBar tone="heed" words={say(readerTexts.notAllowed)}>
      {settings && (
        <Button id="camera-settings" variant="plain" onPress={allow}>
          {say(readerTexts.toSettings)}
        </Button>
      )}
    </NoticeBar>
  );
}
