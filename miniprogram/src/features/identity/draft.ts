import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { useMemory, usePhone } from '../../client/phone';
import { hasFields, type PhoneRecord } from '../../client/records';

/** What was typed so far. It lives in memory only: a name and a number are never written to the phone's storage. */
export interface Draft {
  readonly kind?: DocumentKind;
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly guardian: boolean;
  /** The rider chose the form where the platform would hand the identity over. */
  readonly byForm: boolean;
  /** Filled from a demonstration person, and marked so. */
  readonly demonstration: boolean;
}

const draftRecord: PhoneRecord<Draft> = {
  key: 'draft',
  empty: { number: '', name: '', phone: '', guardian: false, byForm: false, demonstration: false },
  is: (value): value is Draft => hasFields(value, 'number', 'name', 'phone'),
};

/** The draft, drawn anew when it changes, and the ways to change it. */
export function useDraft() {
  const { memory } = usePhone();
  return {
    draft: useMemory(draftRecord),
    /** Changes part of the draft; going back through the steps loses nothing of the rest. */
    change: (part: Partial<Draft>) => memory.write(draftRecord, { ...memory.read(draftRecord), ...part }),
    /** Forgets the draft, once it was sent or consent withdrawn. */
    forget: () => memory.write(draftRecord, draftRecord.empty),
  };
}
