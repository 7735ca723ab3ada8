import { createHash } from 'node:crypto';
import { bytesToBase32 } from '@tongcheng/shared/base32';
import { plainCode } from '@tongcheng/shared/typed-text';
import type { Chance } from '../../ports/chance';

/** Twelve characters (60 bits), in groups that can be read out: ABCD-EFGH-JKMN. */
export const newInvitationCode = (chance: Chance): string =>
  bytesToBase32(chance.bytes(8))
    .slice(0, 12)
    .replace(/(.{4})(?=.)/g, '$1-');

/** The id under which an invitation is kept; typed in any case and width, with or without hyphens, O and 0, I, L and 1 alike. */
export const invitationId = (typed: string): string => createHash('sha256').update(tidyCode(typed)).digest('base64url');

/** A code as it is compared: upper case, without hyphens, O as 0, I and L as 1. */
export const tidyCode = (typed: string): string =>
  plainCode(typed)
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
