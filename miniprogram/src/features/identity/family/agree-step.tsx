import { Text, View } from '@tarojs/components';
import type { FamilyView } from '@tongcheng/shared/identity/wire';
import { dayOf } from '@tongcheng/shared/time';
import { usePhone } from '../../../client/phone';
import { useMutation } from '../../../client/use-mutation';
import { Button } from '../../../ui/button';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { familyTexts } from '../texts/family-texts';
import { isChild, type MemberDraft } from './member-draft';

interface AgreeStepProps {
  readonly draft: MemberDraft;
  readonly onRead: () => void;
  readonly onAdded: (family: FamilyView) => void;
}

/** W-19: the member agrees, or for a child the guardian; then the registers are asked. */
export function AgreeStep({ draft, onRead, onAdded }: AgreeStepProps) {
  const { clock } = usePhone();
  const say = useSay();
  const { busy, failure, send } = useMutation();
  const child = isChild(draft, dayOf(clock.now()));
  const agree = async () => {
    const answer = await send((rider) =>
      rider.call('identity.add-member', {
        name: draft.name,
        documentKind: draft.kind ?? 'other',
        documentNumber: draft.number,
        phone: draft.phone,
        relation: draft.relation ?? 'other',
        consent: true,
        ...(child && { guardianConsent: true }),
      }),
    );
    if (answer.ok) onAdded(answer.value);
  };
  return (
    <View className="panel">
      <Text className="panel-title">{say(familyTexts.consentTitle)}</Text>
      <Text>{say(child ? familyTexts.consentChild : familyTexts.consentAdult)}</Text>
      <Button variant="link" onPress={onRead}>
        {say(familyTexts.read)}
      </Button>
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      <Button id="member-agree" busy={busy} onPress={agree}>
        {say(familyTexts.agree)}
      </Button>
    </View>
  );
}
