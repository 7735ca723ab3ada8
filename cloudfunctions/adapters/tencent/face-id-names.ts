import { needsGuardian } from '@tongcheng/shared/identity/age';
import { dayOf } from '@tongcheng/shared/time';
import * as z from 'zod';
import type { Clock } from '../../ports/clock';
import type { RealName, RealNameAnswer } from '../../ports/real-name';
import { ServiceUnavailable } from '../../ports/service-unavailable';
import { type TencentAccount, tencentApi } from './tencent-api';

/** What a code of the register means; `away`: it says nothing about the person. */
type Meaning = RealNameAnswer | 'away';

/** Result codes of IdCardVerification (name and number). */
const ofCards: Readonly<Record<string, Meaning>> = {
  '0': 'match',
  '-1': 'mismatch',
  '-2': 'mismatch',
  '-3': 'mismatch',
  '-4': 'away',
  '-5': 'unknown-document',
  '-6': 'away',
  '-7': 'too-often',
};

/** Result codes of PhoneVerification (name, number and phone). An operator without a record has not confirmed the phone. */
const ofPhones: Readonly<Record<string, Meaning>> = {
  '0': 'match',
  '-4': 'mismatch',
  '-6': 'mismatch',
  '-7': 'mismatch',
  '-8': 'mismatch',
  '-9': 'mismatch',
  '-11': 'away',
  '-12': 'too-often',
  '-13': 'not-covered',
};

const Answer = z.object({ Result: z.string() });

/**
 * The real-name check of Tencent Cloud FaceID: name and number by the register of resident IDs, then the phone by the operators;
 * a child's phone is a guardian's and is not asked. It knows resident IDs and mainland phones only.
 */
export function faceIdRealName(account: TencentAccount, clock: Clock): RealName {
  const call = tencentApi({ name: 'faceid', version: '2018-03-01' }, account);
  return {
    check: async ({ name, documentKind, documentNumber, phone }) => {
      if (documentKind !== 'resident-id') return 'not-covered';
      const isChild = needsGuardian(documentKind, documentNumber, dayOf(clock.now()));
      const asksPhone = !isChild && phone !== undefined;
      if (asksPhone && phone.startsWith('+')) return 'not-covered';
      const facts = { IdCard: documentNumber, Name: name };
      const card = meant(ofCards, (await call('IdCardVerification', facts, Answer)).Result);
      if (card !== 'match' || !asksPhone) return card;
      return meant(ofPhones, (await call('PhoneVerification', { ...facts, Phone: phone }, Answer)).Result);
    },
  };
}

function meant(codes: Readonly<Record<string, Meaning>>, code: string): RealNameAnswer {
  const meaning = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (meaning === undefined || meaning === 'away') throw new ServiceUnavailable('the register is not answering');
  return meaning;
}
