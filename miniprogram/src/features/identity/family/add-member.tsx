import { Text, View } from '@tarojs/components';
import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { relations } from '@tongcheng/shared/identity/family';
import type { FamilyView } from '@tongcheng/shared/identity/wire';
import { useState } from 'react';
import { useCity } from '../../../client/phone';
import { useTypedLoss } from '../../../client/typed-loss';
import { Button } from '../../../ui/button';
import { ChoiceList } from '../../../ui/choice-list';
import { TypedLossNotice } from '../../../ui/typed-loss-notice';
import { useSay } from '../../../ui/words';
import { fetchDemonstration } from '../demonstration';
import { DocumentPicture } from '../document-picture';
import { familyTexts } from '../texts/family-texts';
import { kindTexts } from '../texts/register-texts';
import { AgreeStep } from './agree-step';
import { FactsStep } from './facts-step';
import { emptyMember, type MemberDraft } from './member-draft';

interface AddMemberProps {
  readonly onRead: () => void;
  readonly onClose: () => void;
  readonly onAdded: (family: FamilyView) => void;
}

const steps = ['relation', 'kind', 'facts', 'agree'] as const;

/** Who they are, which document, what stands on it, and the consent; going back loses nothing. */
export function AddMember({ onRead, onClose, onAdded }: AddMemberProps) {
  const say = useSay();
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState<MemberDraft>(emptyMember);
  const isLost = useTypedLoss('member', draft !== emptyMember);
  const change = (part: Partial<MemberDraft>) => setDraft((held) => ({ ...held, ...part }));
  const goOn = (part: Partial<MemberDraft> = {}) => {
    change(part);
    setAt(at + 1);
  };
  const step = steps[at];
  return (
    <View className="add-member" id={`add-${step ?? ''}`}>
      <TypedLossNotice isLost={isLost} />
      {step === 'relation' && (
        <>
          <Text className="panel-title">{say(familyTexts.relationTitle)}</Text>
          <ChoiceList
            label={say(familyTexts.relationTitle)}
            choices={relations.map((value) => ({ value, words: say(familyTexts[value]) }))}
            chosen={draft.relation}
            onChoose={(relation) => goOn({ relation })}
          />
        </>
      )}
      {step === 'kind' && (
        <>
          <Text className="panel-title">{say(familyTexts.kindTitle)}</Text>
          <Demonstration
            onPerson={(part) => {
              change(part);
              setAt(steps.indexOf('facts'));
            }}
          />
          <ChoiceList
            label={say(familyTexts.kindTitle)}
            choices={documentKinds.map((value) => ({
              value,
              words: say(kindTexts[value]),
              picture: <DocumentPicture kind={value} />,
            }))}
            chosen={draft.kind}
            onChoose={(kind) => goOn({ kind })}
          />
        </>
      )}
      {step === 'facts' && <FactsStep draft={draft} onChange={change} onDone={() => goOn()} />}
      {step === 'agree' && <AgreeStep draft={draft} onRead={onRead} onAdded={onAdded} />}
      <Button variant="link" onPress={() => (at === 0 ? onClose() : setAt(at - 1))}>
        {say(familyTexts.back)}
      </Button>
    </View>
  );
}

/** In a demonstration city a made-up person can be taken instead. */
function Demonstration({ onPerson }: { readonly onPerson: (part: Partial<MemberDraft>) => void }) {
  const say = useSay();
  const url = useCity()?.demonstrationPeopleUrl;
  if (url === undefined) return null;
  const take = async () => {
    const person = await fetchDemonstration(url);
    if (person) onPerson(person);
  };
  return (
    <Button id="demonstration-member" variant="plain" icon="person" onPress={take}>
      {say(familyTexts.demonstration)}
    </Button>
  );
}
