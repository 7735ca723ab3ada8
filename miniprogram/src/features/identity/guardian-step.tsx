import { Text, View } from '@tarojs/components';
import { Button } from '../../ui/button';
import { useSay } from '../../ui/words';
import { useDraft } from './draft';
import { type StepName, stepOfFailure } from './steps';
import { SubmitTrouble } from './submit-trouble';
import { registerTexts } from './texts/register-texts';
import { useVerifyIdentity } from './use-verify-identity';

/** W-19: for a rider under fourteen the guardian agrees, and so sends the draft. */
export function GuardianStep({
  goTo,
  onRead,
}: {
  readonly goTo: (step: StepName) => void;
  readonly onRead: () => void;
}) {
  const say = useSay();
  const { draft, change } = useDraft();
  const { busy, failure, send } = useVerifyIdentity();
  const agree = async () => {
    change({ guardian: true });
    const outcome = await send({ ...draft, guardian: true });
    const place = outcome === 'done' ? undefined : stepOfFailure(outcome.code);
    if (place !== undefined && place !== 'guardian') goTo(place);
  };
  return (
    <>
      <View className="step-words">
        <Text className="sentence">{say(registerTexts.guardianWords)}</Text>
        <Button variant="link" onPress={onRead}>
          {say(registerTexts.consentRead)}
        </Button>
        {failure && <SubmitTrouble failure={failure} goTo={goTo} />}
      </View>
      <View className="step-end">
        <Button id="guardian-agree" busy={busy} onPress={agree}>
          {say(registerTexts.guardianAgree)}
        </Button>
      </View>
    </>
  );
}
