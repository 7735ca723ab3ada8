import { Text, View } from '@tarojs/components';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useMutation } from '../../../client/use-mutation';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/field';
import { NoticeBar } from '../../../ui/notice-bar';
import { useSay } from '../../../ui/words';
import { familyTexts } from '../texts/family-texts';

const fields = ['number', 'name', 'code'] as const;
const keyboards = { number: 'code', name: 'text', code: 'code' } as const;
const lengths = { number: 60, name: 80, code: 20 } as const;
const labels = { number: familyTexts.number, name: familyTexts.name, code: familyTexts.guardianCode } as const;
const empty = { number: '', name: '', code: '' };

/** W-19: a guardian agrees, on this phone, that a child rides with a phone of their own. A child's age stands in a resident ID only. */
export function GuardianPanel() {
  const say = useSay();
  const { busy, failure, send } = useMutation();
  const [stage, setStage] = useState<'closed' | 'open' | 'done'>('closed');
  const [typed, setTyped] = useState(empty);
  const agree = async () => {
    const { number: documentNumber, name, code } = typed;
    const child = { documentKind: 'resident-id' as const, documentNumber, name, code };
    const answer = await send((rider) => rider.call('identity.agree-as-guardian', child));
    if (!answer.ok) return;
    setTyped(empty);
    setStage('done');
  };
  if (stage !== 'open')
    return (
      <View className="panel">
        {stage === 'done' && <NoticeBar words={say(familyTexts.guardianDone)} />}
        <Button id="guardian-open" variant="link" onPress={() => setStage('open')}>
          {say(familyTexts.guardianOpen)}
        </Button>
      </View>
    );
  return (
    <View className="panel" id="guardian-panel">
      <Text className="panel-title">{say(familyTexts.guardianOpen)}</Text>
      <Text>{say(familyTexts.guardianWords)}</Text>
      {fields.map((field) => (
        <Field
          key={field}
          id={`guardian-${field}`}
          label={say(labels[field])}
          keyboard={keyboards[field]}
          maxLength={lengths[field]}
          grouped={field === 'number'}
          value={typed[field]}
          onChange={(value) => setTyped({ ...typed, [field]: value })}
          onLeave={() => undefined}
          onDone={agree}
        />
      ))}
      {failure && <NoticeBar tone="heed" words={say(failure)} />}
      <Button
        id="guardian-send"
        busy={busy}
        disabled={fields.some((field) => plainText(typed[field]) === '')}
        onPress={agree}
      >
        {say(familyTexts.guardianAgree)}
      </Button>
      <Button variant="link" onPress={() => setStage('closed')}>
        {say(familyTexts.keep)}
      </Button>
    </View>
  );
}
