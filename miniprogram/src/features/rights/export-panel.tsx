import { Text, View } from '@tarojs/components';
import type { ExportForm } from '@tongcheng/shared/rights/wire';
import type { Text as Pair } from '@tongcheng/shared/text';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { saveFile } from '../../platform/save-file';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

/** everything about the rider as a file, for whoever knows the document's number. */
export function ExportPanel() {
  const { rider } = usePhone();
  const say = useSay();
  const [documentNumber, setDocumentNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly words: Pair; readonly name?: string; readonly heed: boolean }>();
  const fetch = async (form: ExportForm) => {
    setBusy(true);
    const answer = await rider.call('rights.export', { form, documentNumber });
    setBusy(false);
    if (!answer.ok) return setSaid({ words: answer.failure, heed: true });
    const saved = await saveFile(answer.value);
    setDocumentNumber('');
    if (saved) return setSaid({ words: rightsTexts.saved, name: answer.value.fileName, heed: false });
    setSaid({ words: rightsTexts.notSaved, heed: true });
  };
  const isEmpty = documentNumber.trim() === '';
  return (
    <View className="panel" id="export-panel">
      <Text className="panel-title">{say(rightsTexts.exportTitle)}</Text>
      <Text>{say(rightsTexts.exportWords)}</Text>
      <Field
        id="export-number"
        label={say(rightsTexts.number)}
        keyboard="code"
        maxLength={44}
        value={documentNumber}
        onChange={setDocumentNumber}
        onLeave={() => undefined}
        onDone={() => undefined}
      />
      {said && <NoticeBar tone={said.heed ? 'heed' : 'calm'} words={say(said.words, { name: said.name ?? '' })} />}
      <Button id="export-sheet" look="plain" busy={busy} disabled={isEmpty} onPress={() => fetch('xlsx')}>
        {say(rightsTexts.asSheet)}
      </Button>
      <Button id="export-json" look="link" busy={busy} disabled={isEmpty} onPress={() => fetch('json')}>
        {say(rightsTexts.asJson)}
      </Button>
    </View>
  );
}
