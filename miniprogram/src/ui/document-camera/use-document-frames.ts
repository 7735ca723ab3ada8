import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { agreedReading, noFrames, withFrame } from '@tongcheng/shared/identity/documents/reading/frames';
import { type DocumentReading, readDocument } from '@tongcheng/shared/identity/documents/reading/read-document';
import type { Day } from '@tongcheng/shared/time';
import { useRef } from 'react';

/** Takes what each frame holds until frames agree on a document of this kind; then `onRead` is called, once. */
export function useDocumentFrames(kind: DocumentKind, today: Day, onRead: (reading: DocumentReading) => void) {
  const frames = useRef(noFrames);
  const isDone = useRef(false);
  return (recognised: readonly string[]): void => {
    frames.current = withFrame(frames.current, readDocument(kind, recognised, today));
    const reading = agreedReading(frames.current);
    if (!reading || isDone.current) return;
    isDone.current = true;
    onRead(reading);
  };
}
