import { dayOf } from '@tongcheng/shared/time';
import { usePhone } from '../../client/phone';
import type { Draft } from './draft';
import { FieldStep } from './field-step';
import { PlatformPhoneButton } from './platform-phone-button';
import { asksGuardian, type StepName, stepOfFailure } from './steps';
import { SubmitTrouble } from './submit-trouble';
import { registerTexts } from './texts/register-texts';
import { useVerifyIdentity } from './use-verify-identity';

/** The phone number, the last field: from here the draft is sent, by way of a guardian where one is needed. */
export function PhoneStep({ goTo }: { readonly goTo: (step: StepName) => void }) {
  const { clock } = usePhone();
  const { busy, failure, send } = useVerifyIdentity();
  const submit = async (draft: Draft) => {
    if (asksGuardian({ draft, today: dayOf(clock.now()) })) return goTo('guardian');
    const outcome = await send(draft);
    // Once it is done the screen itself moves on, because this step is no longer open.
    const place = outcome === 'done' ? undefined : stepOfFailure(outcome.code);
    if (place !== undefined && place !== 'phone') goTo(place);
  };
  return (
    <FieldStep
      field="phone"
      label={registerTexts.phoneTitle}
      hint={registerTexts.phoneHint}
      keyboard="phone"
      maxLength={30}
      onwards={registerTexts.submit}
      busy={busy}
      onDone={submit}
    >
      <PlatformPhoneButton />
      {failure && <SubmitTrouble failure={failure} goTo={goTo} />}
    </FieldStep>
  );
}
