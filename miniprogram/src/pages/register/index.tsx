import { useCallback } from 'react';
import { CardStep } from '../../features/cards/card-step';
import { RegisterScreen } from '../../features/identity/register-screen';
import { type StepName, stepNames } from '../../features/identity/steps';
import { goTo } from '../go-to';
import { pageOf } from '../page-of';

const stepOf = (text: string | undefined): StepName => stepNames.find((name) => name === text) ?? 'consent';

/** Consent, identity and card, one step an address; then the waiting code completes by itself. */
export default pageOf('register', function Register({ parameters, code }) {
  const moveTo = useCallback((step: StepName) => goTo('register', { step, code }), [code]);
  const toScan = () => goTo('scan', { code });
  return (
    <RegisterScreen
      step={stepOf(parameters.step)}
      codeWaits={code !== undefined}
      goTo={(step) => goTo('register', { step, code }, 'over')}
      moveTo={moveTo}
      onRead={() => goTo('consent')}
      cardStep={<CardStep onDone={toScan} />}
      onAgreedAgain={toScan}
    />
  );
});
