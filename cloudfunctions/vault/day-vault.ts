import type { RandomBytes } from '@tongcheng/shared/ids';
import * as z from 'zod';
import { openText, sealText } from './cipher';
import { keyedDigest, subkey } from './keyed-digest';
import type { DayVault } from './vault';

/** What a later release adds comes behind and is let go; what an earlier one left out is absent. */
const Sealed = z.tuple([z.string(), z.string().nullable()], z.unknown());

/** Pseudonyms and seals under one day's key; two keys out of it, one for each. */
export function makeDayVault(key: Uint8Array, random: RandomBytes): DayVault {
  const pseudonymKey = Buffer.from(subkey(key, 'pseudonym'));
  const sealKey = Buffer.from(subkey(key, 'seal'));
  return {
    pseudonym: (subjectId) => keyedDigest(pseudonymKey, subjectId),
    seal: (recordId, { subjectId, maskedName }) =>
      sealText(sealKey, recordId, JSON.stringify([subjectId, maskedName ?? null]), random),
    open: (recordId, sealed) => {
      const [subjectId, maskedName] = Sealed.parse(JSON.parse(openText(sealKey, recordId, sealed)));
      return maskedName === null ? { subjectId } : { subjectId, maskedName };
    },
  };
}
