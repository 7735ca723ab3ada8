import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import { useSyncExternalStore } from 'react';

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

const emptyDraft: Draft = { number: '', name: '', phone: '', guardian: false, byForm: false, demonstration: false };

let present: Draft = emptyDraft;
const watchers = new Set<() => void>();

/** Changes part of the draft; going back through the steps loses nothing of the rest. */
export function changeDraft(part: Partial<Draft>): void {
  present = { ...present, ...part };
  for (const changed of [...watchers]) changed();
}

/** Forgets the draft, once it was sent or consent withdrawn. */
export const forgetDraft = (): void => {
  present = emptyDraft;
  for (const changed of [...watchers]) changed();
};

const watch = (changed: () => void) => {
  watchers.add(changed);
  return () => watchers.delete(changed);
};
const read = () => present;

/** The draft, drawn anew when it changes. */
export const useDraft = (): Draft => useSyncExternalStore(watch, read, read);
