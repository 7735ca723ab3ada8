import { departureCodeInText } from '@tongcheng/shared/coaches/departure-code';
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

/** Consent, identity and card, one step an address; then the waiting code completes by itself, or its coach is shown again. */
export default pageOf('register', function Register({ parameters, code: scannedCode }) {
  const isCoach = scannedCode !== undefined && departureCodeInText(scannedCode) !== undefined;
  const refusal = useCodeRefusal(isCoach ? undefined : scannedCode);
  const code = refusal ? undefined : scannedCode;
  const moveTo = useCallback((step: StepName) => goTo('register', { step, code }), [code]);
  const onwards = () => (isCoach ? goTo('coach', { code }, 'afresh') : goTo('scan', { code }));
  const { leave } = useCardStepLeft();
  const leaveCard = () => {
    leave();
    onwards();
  };
  return (
    <RegisterScreen
      step={stepOf(parameters.step)}
      scanned={refusal ?? whatWaits(code, isCoach)}
      goTo={(step) => goTo('register', { step, code }, 'over')}
      moveTo={moveTo}
      onOver={isCoach ? onwards : toScanAlone}
      onRead={() => goTo('consent')}
      cardStep={<CardStep onDone={leaveCard} />}
      onAgreedAgain={onwards}
    />
  );
});

const toScanAlone = () => goTo('scan');

const whatWaits = (code: string | undefined, isCoach: boolean) => {
  if (code === undefined) return 'none';
  return isCoach ? 'coach' : 'waits';
};

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
