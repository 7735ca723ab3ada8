import { View } from '@tarojs/components';
import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { useState } from 'react';
import { useCity } from '../../client/phone';
import { Button } from '../../ui/button';
import { ChoiceList } from '../../ui/choice-list';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { fetchDemonstration } from './demonstration';
import { DocumentPicture } from './document-picture';
import { useDraft } from './draft';
import { HealthCodeHandover } from './health-code-handover';
import { kindTexts, registerTexts } from './texts/register-texts';

interface KindStepProps {
  readonly onChosen: () => void;
  /** A demonstration person filled everything in. */
  readonly onFilled: () => void;
  /** The notice that was agreed to stays within reach of whoever goes on from here another day. */
  readonly onRead: () => void;
}

/** Which document: a list with a picture of each. Where the health code hands identities over, that is offered first. In a demonstration city a made-up person can be taken instead. */
export function KindStep({ onChosen, onFilled, onRead }: KindStepProps) {
  const say = useSay();
  const { draft, change } = useDraft();
  const { kind } = draft;
  const city = useCity();
  const url = city?.demonstrationPeopleUrl;
  const choices = documentKinds.map((value) => ({
    value,
    words: say(kindTexts[value]),
    picture: <DocumentPicture kind={value} />,
  }));
  return (
    <>
      {url !== undefined && <DemonstrationPerson url={url} onFilled={onFilled} />}
      {city?.healthCode?.handsOverIdentity && <HealthCodeHandover />}
      <ChoiceList
        label={say(registerTexts.kindTitle)}
        choices={choices}
        chosen={kind}
        onChoose={(chosen) => {
          change(chosen === kind ? {} : { kind: chosen, number: '', demonstration: false });
          onChosen();
        }}
      />
      <Button variant="link" onPress={onRead}>
        {say(registerTexts.consentRead)}
      </Button>
    </>
  );
}

function DemonstrationPerson({ url, onFilled }: { readonly url: string; readonly onFilled: () => void }) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const [away, setAway] = useState(false);
  const { change } = useDraft();
  const take = async () => {
    setBusy(true);
    const person = await fetchDemonstration(url);
    setBusy(false);
    setAway(person === undefined);
    if (!person) return;
    change({ guardian: false, ...person });
    onFilled();
  };
  return (
    <View className="demonstration">
      <NoticeBar words={say(away ? registerTexts.demonstrationAway : registerTexts.demonstrationHint)}>
        <Button id="demonstration" variant="plain" icon="person" busy={busy} onPress={take}>
          {say(registerTexts.demonstration)}
        </Button>
      </NoticeBar>
    </View>
  );
}
