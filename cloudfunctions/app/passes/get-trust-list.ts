import { publicKeyText } from '@tongcheng/shared/credentials/public-key';
import type { getTrustList as endpoint } from '@tongcheng/shared/passes/api';
import { ok } from '@tongcheng/shared/result';
import type { Clock } from '../../ports/clock';
import type { UseCase } from '../use-case';
import { rootSigner } from './issuer-keys';
import { makeTrustList, type TrustListNeeds, tagOf } from './trust-list';

interface Needs extends TrustListNeeds {
  readonly clock: Clock;
}

/** The trust list for validators; nothing but its tag for one that holds it already. */
export const getTrustList: UseCase<typeof endpoint, Needs> = async (needs, _caller, { held }) => {
  const { bytes } = await makeTrustList(needs, needs.clock.now());
  const tag = tagOf(bytes);
  const rootKey = publicKeyText((await rootSigner(needs.keys)).key);
  return ok({ tag, rootKey, ...(held !== tag && { list: Buffer.from(bytes).toString('base64url') }) });
};
