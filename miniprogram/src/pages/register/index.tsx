import type { Text } from '@tongcheng/shared/text';
import { useCallback, useEffect, useState } from 'react';
import { usePhone } from '../../client/phone';
import { CardStep } from '../../features/cards/card-step';
import { useCardStepLeft } from '../../features/identity/card-step-left';
import { RegisterScreen } from '../../features/identity/register-screen';
import { type StepName, stepNames } from '../../features/identity/steps';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

const stepOf = (text: string | undefined): StepName | undefined => stepNames.find((name) => name === text);

/** Consent, identity and card, one step an address; then the waiting code completes by itself. */
export default pageOf('register', function Register({ parameters, code: scannedCode }) {
  const refusal = useCodeRefusal(scannedCode);
  const code = refusal ? undefined : scannedCode;
  const moveTo = useCallback((step: StepName) => goTo('register', { step, code }), [code]);
  const toScan = () => goTo('scan', { code });
  const { leave } = useCardStepLeft();
  const leaveCard = () => {
    leave();
    toScan();
  };
  return (
    <RegisterScreen
      step={stepOf(parameters.step)}
      scanned={refusal ?? (code === undefined ? 'none' : 'waits')}
      goTo={(step) => goTo('register', { step, code }, 'over')}
      moveTo={moveTo}
      onOver={toScanAlone}
      onRead={() => goTo('consent')}
      cardStep={<CardStep onDone={leaveCard} />}
      onAgreedAgain={toScan}
    />
  );
});

const toScanAlone = () => goTo('scan');

/** Why a scanned code can register nothing (forged, revoked, of another city); undefined while it can, or nobody can tell. */
function useCodeRefusal(code: string | undefined): Text | undefined {
  const { publicClient } = usePhone();
  const [refusal, setRefusal] = useState<Text>();
  useEffect(() => {
    if (code === undefined) return undefined;
    let isLeft = false;
    publicClient.call('venues.look-at-code', { code }).then((answer) => {
      if (!isLeft && !answer.ok && answer.failure.retry !== 'later') setRefusal(answer.failure);
    });
    return () => {
      isLeft = true;
    };
  }, [publicClient, code]);
  return refusal;
}
