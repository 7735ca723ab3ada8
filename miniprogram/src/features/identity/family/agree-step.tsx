import { Text, View } from '@tarojs/components';
import type { FamilyView } from '@tongcheng/shared/identity/wire';
import { dayOf } from '@tongcheng/shared/time';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { usePhone } from '../../../client/phone';
import { useMutation } from '../../../client/use-mutation';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
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
  const [code, setCode] = useState('');
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
        ...(plainText(code) !== '' && { code }),
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
      {(code !== '' || failure?.code === 'member-has-account') && (
        <Field
          id="member-code"
          label={say(familyTexts.memberCode)}
          keyboard="code"
          maxLength={20}
          value={code}
          onChange={setCode}
          onLeave={() => undefined}
          onDone={agree}
        />
      )}
      <Button id="member-agree" busy={busy} onPress={agree}>
        {say(familyTexts.agree)}
      </Button>
    </View>
  );
}
