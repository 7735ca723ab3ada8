import { minuteMs } from '@tongcheng/shared/time';
import { LRUCache } from 'lru-cache';

/** What the holder of a health code said: nothing yet, no, or yes, as the person of a document. */
type Word = 'nothing-yet' | 'refused' | { readonly documentNumber: string };

/** The local health-code platform's consents to hand an identity over. */
export interface Handovers {
  begin(): string;
  /** The page of a consent; gives whether there is such a one. */
  decide(consentId: string, word: Word): boolean;
  /** Undefined: there is no such consent, or it is over. */
  outcome(consentId: string): Word | undefined;
}

/** Kept at once, in memory: past this many the oldest is let go. */
const maxHandovers = 10_000;
const livesMs = 10 * minuteMs;

/** Consents on this clock. */
export function handoversOn(now: () => number, newId: () => string): Handovers {
  const asked = new LRUCache<string, { readonly endsAt: number; word: Word }>({
    maxSize: maxHandovers,
    sizeCalculation: () => 1,
  });
  const open = (consentId: string) => {
    const found = asked.get(consentId);
    return found && now() < found.endsAt ? found : undefined;
  };
  return {
    begin: () => {
      const consentId = newId();
      asked.set(consentId, { endsAt: now() + livesMs, word: 'nothing-yet' });
      return consentId;
    },
    decide: (consentId, word) => {
      const found = open(consentId);
      if (found) found.word = word;
      return found !== undefined;
    },
    outcome: (consentId) => open(consentId)?.word,
  };
}
