import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { afterLook, noLooks, settled } from '@tongcheng/shared/identity/documents/reading/looks';
import { type DocumentReading, readDocument } from '@tongcheng/shared/identity/documents/reading/read-document';
import { dayOf } from '@tongcheng/shared/time';
import { useRef } from 'react';
import { usePhone } from '../../client/phone';

/** Takes what each look recognised until looks agree on a document of this kind; then it is told, once. */
export function useLooks(kind: DocumentKind, onRead: (reading: DocumentReading) => void) {
  const { clock } = usePhone();
  const looks = useRef(noLooks);
  const told = useRef(false);
  return (recognised: readonly string[]): void => {
    looks.current = afterLook(looks.current, readDocument(kind, recognised, dayOf(clock.now())));
    const reading = settled(looks.current);
    if (!reading || told.current) return;
    told.current = true;
    onRead(reading);
  };
}
