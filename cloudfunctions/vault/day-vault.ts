import type { RandomBytes } from '@tongcheng/shared/ids';
import * as z from 'zod';
import { openText, sealText } from './cipher';
import { keyedDigest, subkey } from './keyed-digest';
import { passengerFactsIn } from './passenger-facts';
import { maskedOf } from './reveal';
import type { DayVault } from './vault';

/** What a later release adds comes behind and is let go; what an earlier one left out is absent. */
const Sealed = z.tuple([z.string(), z.string().nullable(), z.string().optional()], z.unknown());

/** Pseudonyms and seals under one day's key; two keys out of it, one for each. */
export function makeDayVault(key: Uint8Array, random: RandomBytes): DayVault {
  const pseudonymKey = Buffer.from(subkey(key, 'pseudonym'));
  const sealKey = Buffer.from(subkey(key, 'seal'));
  const factsAt = (recordId: string, sealed: string) =>
    passengerFactsIn(openText(sealKey, `facts:${recordId}`, sealed));
  return {
    pseudonym: (subjectId) => keyedDigest(pseudonymKey, subjectId),
    seal: (recordId, { subjectId, maskedName, facts }) => {
      const kept = [subjectId, maskedName ?? null];
      return sealText(sealKey, recordId, JSON.stringify(facts === undefined ? kept : [...kept, facts]), random);
    },
    open: (recordId, sealed) => {
      const [subjectId, maskedName, facts] = Sealed.parse(JSON.parse(openText(sealKey, recordId, sealed)));
      return { subjectId, ...(maskedName !== null && { maskedName }), ...(facts !== undefined && { facts }) };
    },
    sealFacts: (recordId, facts) => sealText(sealKey, `facts:${recordId}`, JSON.stringify(facts), random),
    maskedFacts: (recordId, sealed) => maskedOf(factsAt(recordId, sealed)),
    openFacts: factsAt,
    sealText: (recordId, text) => sealText(sealKey, `text:${recordId}`, text, random),
    openText: (recordId, sealed) => openText(sealKey, `text:${recordId}`, sealed),
  };
}
