import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { afterLook, noLooks, settled } from '@tongcheng/shared/identity/documents/reading/looks';
import { type DocumentReading, readDocument } from '@tongcheng/shared/identity/documents/reading/read-document';
import { dayOf } from '@tongcheng/shared/time';
import { useRef } from 'react';
import { usePhone } from '../../client/phone';

/** Takes what each frame holds until frames agree on a document of this kind; then `onRead` is called, once. */
export function useDocumentFrames(kind: DocumentKind, onRead: (reading: DocumentReading) => void) {
  const { clock } = usePhone();
  const frames = useRef(noLooks);
  const isDone = useRef(false);
  return (recognised: readonly string[]): void => {
    frames.current = afterLook(frames.current, readDocument(kind, recognised, dayOf(clock.now())));
    const reading = settled(frames.current);
    if (!reading || isDone.current) return;
    isDone.current = true;
    onRead(reading);
  };
}
