import { Text, View } from '@tarojs/components';
import { nameRefusalText } from '@tongcheng/shared/identity/name-refusal-text';
import { checkName } from '@tongcheng/shared/identity/names';
import type { Text as Pair } from '@tongcheng/shared/text';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useAccount } from '../../client/phone';
import { useMutation } from '../../client/use-mutation';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

const fields = ['name', 'number', 'phone'] as const;
const lengths = { name: 80, number: 60, phone: 30 } as const;
const keyboards = { name: 'text', number: 'code', phone: 'phone' } as const;

/** another name or phone of the same document, checked by the registers like the first time. */
export function CorrectPanel() {
  const { busy, send } = useMutation();
  const say = useSay();
  const kind = useAccount()?.documentKind;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ name: '', number: '', phone: '' });
  const [said, setSaid] = useState<{ readonly words: Pair; readonly heed: boolean }>();
  const correct = async () => {
    if (kind === undefined) return;
    const name = checkName(typed.name);
    if (!name.valid) return setSaid({ words: nameRefusalText(name), heed: true });
    const answer = await send((rider) =>
      rider.call('identity.verify-identity', {
        name: typed.name,
        documentKind: kind,
        documentNumber: typed.number,
        phone: typed.phone,
        // A child's guardian agreed when the child was verified, and holds this phone.
        guardianConsent: true,
      }),
    );
    setSaid(answer.ok ? { words: rightsTexts.corrected, heed: false } : { words: answer.failure, heed: true });
    if (answer.ok) setTyped({ name: '', number: '', phone: '' });
    if (answer.ok) setOpen(false);
  };
  return (
    <View className="panel" id="correct-panel">
      <Text className="panel-title">{say(rightsTexts.correctTitle)}</Text>
      <Text>{say(rightsTexts.correctWords)}</Text>
      {open &&
        fields.map((field) => (
          <Field
            key={field}
            id={`correct-${field}`}
            label={say(rightsTexts[field])}
            keyboard={keyboards[field]}
            maxLength={lengths[field]}
            value={typed[field]}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
            onLeave={() => undefined}
            onDone={correct}
          />
        ))}
      {said && <NoticeBar tone={said.heed ? 'heed' : 'calm'} words={say(said.words)} />}
      <Button
        id="correct"
        variant={open ? 'main' : 'plain'}
        busy={busy}
        disabled={open && fields.some((field) => plainText(typed[field]) === '')}
        onPress={() => (open ? correct() : setOpen(true))}
      >
        {say(open ? rightsTexts.correct : rightsTexts.correctTitle)}
      </Button>
    </View>
  );
}
