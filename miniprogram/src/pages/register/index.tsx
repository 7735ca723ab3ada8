import { useRouter } from '@tarojs/taro';
import { useCallback } from 'react';
import { CardStep } from '../../features/cards/card-step';
import { RegisterScreen } from '../../features/identity/register-screen';
import { type StepName, stepNames } from '../../features/identity/steps';
import { Frame } from '../frame';
import { goTo } from '../go-to';
import { codeOfRoute } from '../route-code';
import { frameTexts } from '../texts';

const stepOf = (text: string | undefined): StepName => stepNames.find((name) => name === text) ?? 'consent';

/** Consent, identity and card, one step an address; then the waiting code completes by itself. */
export default function RegisterPage() {
  const { params } = useRouter();
  const code = codeOfRoute(params);
  const moveTo = useCallback((step: StepName) => goTo.moveToStep(step, code), [code]);
  return (
    <Frame title={frameTexts.register}>
      <RegisterScreen
        step={stepOf(params.step)}
        codeWaits={code !== undefined}
        goTo={(step) => goTo.step(step, code)}
        moveTo={moveTo}
        onRead={goTo.consent}
        cardStep={<CardStep onDone={() => goTo.scanWith(code)} />}
        onAgreedAgain={() => goTo.scanWith(code)}
      />
    </Frame>
  );
}
