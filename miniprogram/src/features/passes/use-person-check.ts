import type { ArrivedFailure } from '@tongcheng/shared/client';
import { publicKeyText } from '@tongcheng/shared/credentials/public-key';
import type { InputOf } from '@tongcheng/shared/endpoint';
import type { beginCheck } from '@tongcheng/shared/passes/api';
import type { SignedPass } from '@tongcheng/shared/passes/wire';
import { useState } from 'react';
import type { HolderKey } from '../../client/holder-key';
import { useMutation } from '../../client/use-mutation';
import { makeHolderKey } from '../../platform/device/holder-keys';
import { type OpenedElsewhere, openLink } from '../../platform/device/open-link';
import type { TypedHolder } from './held-pass';
import { wayOnFrom } from './ways-on';

/** What a check is begun with. */
export type CheckAsked = InputOf<typeof beginCheck>;

interface BegunCheck {
  readonly url: string;
  readonly check: string;
  readonly key: HolderKey;
  readonly typed: TypedHolder | undefined;
}

/** A person check on this page. */
export interface PersonCheck {
  readonly busy: boolean;
  readonly failure: ArrivedFailure<string> | undefined;
  /** The platform makes no keys. */
  readonly keyless: boolean;
  readonly isBegun: boolean;
  readonly opened: OpenedElsewhere | undefined;
  readonly begin: (asked: CheckAsked) => Promise<void>;
  readonly open: () => Promise<void>;
  /** Asks what came of it. */
  readonly finish: () => Promise<void>;
  readonly cancel: () => void;
}

type OnSigned = (signed: SignedPass, key: HolderKey, typed: TypedHolder | undefined) => Promise<boolean>;

/** A person check from its beginning to the signed pass. Its key is made with it and stays the same however often the result is asked for. */
export function usePersonCheck(onSigned: OnSigned): PersonCheck {
  const { busy, failure, send } = useMutation();
  const [begun, setBegun] = useState<BegunCheck>();
  const [opened, setOpened] = useState<OpenedElsewhere>();
  const [keyless, setKeyless] = useState(false);
  const begin = async (asked: CheckAsked) => {
    setOpened(undefined);
    setBegun(undefined);
    setKeyless(false);
    const answer = await send((rider) => rider.call('passes.begin-check', asked));
    if (!answer.ok) return;
    const { url, check } = answer.value;
    const key = await makeHolderKey(check);
    if (!key) return setKeyless(true);
    const { identity } = asked;
    setBegun({ url, check, key, typed: identity && { name: identity.name, number: identity.documentNumber } });
  };
  const finish = async () => {
    if (busy || !begun) return;
    const { check, key, typed } = begun;
    const holderKey = publicKeyText(key.key);
    const answer = await send((rider) => rider.call('passes.finish-check', { check, holderKey }));
    if (answer.ok ? await onSigned(answer.value, key, typed) : !wayOnFrom(answer.failure.code).keepsCheck)
      setBegun(undefined);
  };
  return {
    ...{ busy, failure, keyless, opened, begin, finish },
    isBegun: begun !== undefined,
    open: async () => setOpened(await openLink(begun?.url)),
    cancel: () => setBegun(undefined),
  };
}
