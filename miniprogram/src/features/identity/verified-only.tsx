import { consentIsOutdated } from '@tongcheng/shared/identity/consent';
import type { Text } from '@tongcheng/shared/text';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useAccount, usePhone, useRecord } from '../../client/phone';
import { sessionRecord } from '../../client/session-record';
import { useInFront } from '../../platform/view/in-front';
import { Button } from '../../ui/button';
import { Empty, Skeleton } from '../../ui/placeholders';
import { useSay } from '../../ui/words';
import { accessTexts } from './texts/account-texts';

interface VerifiedOnlyProps {
  readonly children: ReactNode;
  /** Someone without a verified identity: the page leads them to registration. */
  readonly onNew: () => void;
}

/**
 * Lets riders with a verified identity through at once, without asking the network; leads the others where they belong. Who has to
 * agree to a new text is asked on entering, never in the middle of a scan.
 */
export function VerifiedOnly({ children, onNew }: VerifiedOnlyProps) {
  const { rider } = usePhone();
  const say = useSay();
  const account = useAccount();
  const signedOut = useRecord(sessionRecord).is === 'signed-out';
  const [trouble, setTrouble] = useState<Text>();
  const enter = useCallback(async () => {
    setTrouble(undefined);
    const ready = await rider.ensure();
    if (!ready.ok) setTrouble(ready.failure);
  }, [rider]);
  const inFront = useInFront();
  const known = account !== undefined;
  const belongs = known && account.authenticated;
  const entered = useRef(false);
  if (!inFront) entered.current = false;
  if (belongs && !consentIsOutdated(account)) entered.current = true;
  const isIn = belongs && entered.current;
  const isNew = known && !isIn;
  useEffect(() => {
    if (!known && !signedOut) enter();
  }, [known, signedOut, enter]);
  useEffect(() => {
    if (isNew && inFront) onNew();
  }, [isNew, inFront, onNew]);
  if (isIn) return children;
  if (signedOut) return <SignedOut />;
  if (!trouble) return <Skeleton lines={5} label={say(accessTexts.loading)} />;
  return (
    <Empty icon="warn" title={say(accessTexts.awayTitle)} words={say(trouble)}>
      <Button onPress={enter}>{say(accessTexts.retry)}</Button>
    </Empty>
  );
}

function SignedOut() {
  const { rider } = usePhone();
  const say = useSay();
  return (
    <Empty icon="person" title={say(accessTexts.signedOutTitle)} words={say(accessTexts.signedOutWords)}>
      <Button id="sign-in" onPress={() => rider.signInAgain()}>
        {say(accessTexts.signIn)}
      </Button>
    </Empty>
  );
}
