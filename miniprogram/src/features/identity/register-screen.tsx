import { Text, View } from '@tarojs/components';
import { consentIsOutdated } from '@tongcheng/shared/identity/consent';
import type { Text as Pair } from '@tongcheng/shared/text';
import { dayOf } from '@tongcheng/shared/time';
import { type ReactNode, useEffect, useState } from 'react';
import { useAccount, usePhone } from '../../client/phone';
import { useTypedLoss } from '../../client/typed-loss';
import { identityTap } from '../../platform/account/identity-tap';
import { useInFront } from '../../platform/view/in-front';
import { Dots } from '../../ui/dots';
import { NoticeBar } from '../../ui/notice-bar';
import { TypedLossNotice } from '../../ui/typed-loss-notice';
import { useSay } from '../../ui/words';
import { useCardStepLeft } from './card-step-left';
import { ConsentStep } from './consent-step';
import { type Draft, useDraft } from './draft';
import { FieldStep, ordinaryOnwards } from './field-step';
import { GuardianStep } from './guardian-step';
import { KindStep } from './kind-step';
import { NumberStep } from './number-step';
import { PhoneStep } from './phone-step';
import { PlatformStep } from './platform-step';
import { canShowStep, openStep, type StepFacts, type StepName, stepAfter, stepsOf } from './steps';
import { registerTexts } from './texts/register-texts';
import './register.scss';

interface RegisterScreenProps {
  /** Absent where someone comes to register: they go on where they stopped, so a consent that was given is not asked for again. */
  readonly step: StepName | undefined;
  /** A scanned code that waits for the end, the coach that waits, or why the scanned one can register nothing. */
  readonly scanned: 'none' | 'waits' | 'coach' | Pair;
  readonly goTo: (step: StepName) => void;
  /** Someone came to a step too early or too late; `goTo` without a way back. */
  readonly moveTo: (step: StepName) => void;
  readonly onRead: () => void;
  /** The card step comes from another feature; the page brings it. */
  readonly cardStep: ReactNode;
  /** Somebody verified came to a step again, by Back or by its address: nothing is registered twice. */
  readonly onOver: () => void;
  /** A verified rider agreed to the new text. */
  readonly onAgreedAgain: () => void;
}

const titles = {
  consent: registerTexts.consentTitle,
  platform: registerTexts.platformTitle,
  kind: registerTexts.kindTitle,
  number: registerTexts.numberTitle,
  name: registerTexts.nameTitle,
  phone: registerTexts.phoneTitle,
  guardian: registerTexts.guardianTitle,
} as const;

/** One thing a screen, progress as dots; each step has its own address, so the phone's back goes one step back. */
export function RegisterScreen({
  step: named,
  scanned,
  goTo,
  moveTo,
  onOver,
  onAgreedAgain,
  ...rest
}: RegisterScreenProps) {
  const { clock } = usePhone();
  const say = useSay();
  const account = useAccount();
  const facts: StepFacts = {
    account,
    draft: useDraft().draft,
    today: dayOf(clock.now()),
    offersTap: identityTap !== undefined,
  };
  // Asked once at the start: having agreed the rider goes back to their scan, not on to the card.
  const [again] = useState(consentIsOutdated(account));
  const open = openStep(facts);
  const [begin] = useState(open);
  const step = named ?? begin;
  const steps = stepsOf(facts);
  const at = steps.indexOf(step);
  const shown = again ? step === 'consent' : canShowStep(facts, step);
  const inFront = useInFront();
  const { isLeft } = useCardStepLeft();
  const [isOver] = useState(account?.authenticated === true && !again && (named !== 'card' || isLeft()));
  const isLost = useTypedLoss('register', isTyped(facts.draft), true);
  useEffect(() => {
    if (isOver && inFront) onOver();
    else if (!shown && inFront) moveTo(again ? 'consent' : open);
  }, [isOver, shown, inFront, again, open, moveTo, onOver]);
  if (!shown || isOver) return null;
  const goOn = () => {
    if (again) return onAgreedAgain();
    const next = stepAfter(facts, step);
    if (next) goTo(next);
  };
  return (
    <View className="register" id={`step-${step}`}>
      <Dots at={at} of={steps.length} label={say(registerTexts.progress, { at: at + 1, of: steps.length })} />
      {step !== 'card' && (
        <Text className="step-title">{say(again ? registerTexts.consentAgainTitle : titles[step])}</Text>
      )}
      {facts.draft.demonstration && <DemonstrationMark name={facts.draft.name} />}
      {step === 'consent' && <ScannedCode scanned={scanned} />}
      {account?.authenticated !== true && step !== 'consent' && <TypedLossNotice isLost={isLost} />}
      <Step step={step} goOn={goOn} goTo={goTo} {...rest} />
    </View>
  );
}

/** a code that can register nothing is named before anybody gives their name. */
function ScannedCode({ scanned }: Pick<RegisterScreenProps, 'scanned'>) {
  const say = useSay();
  if (scanned === 'none') return null;
  if (scanned === 'coach') return <NoticeBar words={say(registerTexts.coachWaits)} />;
  if (scanned === 'waits') return <NoticeBar words={say(registerTexts.waiting)} />;
  return (
    <View id="code-refused">
      <NoticeBar tone="heed" words={say(scanned)} />
    </View>
  );
}

const isTyped = ({ kind, number, name, phone }: Draft): boolean =>
  kind !== undefined || number !== '' || name !== '' || phone !== '';

function DemonstrationMark({ name }: { readonly name: string }) {
  const say = useSay();
  return <Text className="demonstration-mark">{say(registerTexts.demonstrationHere, { name })}</Text>;
}

interface StepProps extends Pick<RegisterScreenProps, 'goTo' | 'onRead' | 'cardStep'> {
  readonly step: StepName;
  readonly goOn: () => void;
}

function Step({ step, goOn, goTo, onRead, cardStep }: StepProps) {
  const { change } = useDraft();
  // Where the platform hands over nothing, or the rider rather types.
  const fillIn = () => {
    change({ byForm: true });
    goTo('kind');
  };
  switch (step) {
    case 'consent':
      return <ConsentStep onAgreed={goOn} onRead={onRead} />;
    case 'platform':
      return <PlatformStep onForm={fillIn} onRead={onRead} />;
    case 'kind':
      return <KindStep onChosen={goOn} onFilled={() => goTo('phone')} onRead={onRead} />;
    case 'number':
      return <NumberStep onDone={goOn} />;
    case 'name':
      return <NameStep onDone={goOn} />;
    case 'phone':
      return <PhoneStep goTo={goTo} />;
    case 'guardian':
      return <GuardianStep goTo={goTo} onRead={onRead} />;
    case 'card':
      return cardStep;
  }
}

function NameStep({ onDone }: { readonly onDone: () => void }) {
  return (
    <FieldStep
      field="name"
      label={registerTexts.nameTitle}
      hint={registerTexts.nameHint}
      keyboard="text"
      maxLength={80}
      onwards={ordinaryOnwards}
      onDone={onDone}
    />
  );
}
