import { Text, View } from '@tarojs/components';
import type { ExportForm } from '@tongcheng/shared/rights/wire';
import type { Text as Pair } from '@tongcheng/shared/text';
import { plainText } from '@tongcheng/shared/typed-text';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from '../../client/use-mutation';
import { canSaveSheets, type SavedCopy, type SaveOutcome, saveFile } from '../../platform/files/save-file';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { NoticeBar } from '../../ui/notice-bar';
import { useSay } from '../../ui/words';
import { rightsTexts } from './texts/rights-texts';

interface Said {
  readonly words: Pair;
  readonly name?: string;
  readonly heed: boolean;
  /** A touch that passes the file on. */
  readonly pass?: () => Promise<boolean>;
}

/** What is said of a file that came. */
function saidOf(saved: SaveOutcome, name: string): Said {
  if (saved.is === 'at-hand') return { words: rightsTexts.atHand, name, heed: false, pass: saved.pass };
  if (saved.is === 'refused') return { words: rightsTexts.notSaved, heed: true };
  if (saved.is === 'copied') return { words: rightsTexts.copied, heed: false };
  return { words: rightsTexts.saved, name, heed: false };
}

/** everything about the rider as a file, for whoever knows the document's number. */
export function ExportPanel() {
  const { busy, send } = useMutation();
  const say = useSay();
  const [documentNumber, setDocumentNumber] = useState('');
  const [said, setSaid] = useState<Said>();
  const keep = useCopies();
  const fetch = async (form: ExportForm) => {
    const answer = await send((rider) => rider.call('rights.export-own', { form, documentNumber }));
    if (!answer.ok) return setSaid({ words: answer.failure, heed: true });
    const saved = await saveFile(answer.value);
    if (saved.copy) keep(saved.copy);
    setDocumentNumber('');
    setSaid(saidOf(saved, answer.value.fileName));
  };
  const passOn = async ({ pass, name }: Said) => {
    if (name !== undefined && (await pass?.())) setSaid({ words: rightsTexts.passed, name, heed: false });
  };
  const isEmpty = plainText(documentNumber) === '';
  return (
    <View className="panel" id="export-panel">
      <Text className="panel-title">{say(rightsTexts.exportTitle)}</Text>
      <Text>{say(rightsTexts.exportWords)}</Text>
      <Field
        id="export-number"
        label={say(rightsTexts.number)}
        keyboard="code"
        maxLength={60}
        value={documentNumber}
        onChange={setDocumentNumber}
        onLeave={() => undefined}
        onDone={() => undefined}
      />
      {said && (
        <NoticeBar tone={said.heed ? 'heed' : 'calm'} words={say(said.words, { name: said.name ?? '' })}>
          {said.pass && (
            <Button id="export-pass" onPress={() => passOn(said)}>
              {say(rightsTexts.pass)}
            </Button>
          )}
        </NoticeBar>
      )}
      {canSaveSheets ? (
        <Button id="export-sheet" variant="plain" busy={busy} disabled={isEmpty} onPress={() => fetch('xlsx')}>
          {say(rightsTexts.asSheet)}
        </Button>
      ) : (
        <Text className="panel-note">{say(rightsTexts.noSheets)}</Text>
      )}
      <Button
        id="export-json"
        variant={canSaveSheets ? 'link' : 'plain'}
        busy={busy}
        disabled={isEmpty}
        onPress={() => fetch('json')}
      >
        {say(canSaveSheets ? rightsTexts.asJson : rightsTexts.asText)}
      </Button>
    </View>
  );
}

/** Takes the copies away that lie within the program, once their owner has gone on. */
function useCopies(): (copy: SavedCopy) => void {
  const copies = useRef<SavedCopy[]>([]);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      for (const copy of copies.current) copy.remove();
    };
  }, []);
  return (copy) => {
    if (isGone.current) copy.remove();
    else copies.current.push(copy);
  };
}
