import { Text, View } from '@tarojs/components';
import { checkDocument } from '@tongcheng/shared/identity/documents/check-document';
import { documentKindNames } from '@tongcheng/shared/identity/documents/kind-names';
import { type DocumentKind, documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import { nameRefusalText } from '@tongcheng/shared/identity/name-refusal-text';
import { checkName } from '@tongcheng/shared/identity/names';
import type { Text as Pair } from '@tongcheng/shared/text';
import { type Day, dayOf } from '@tongcheng/shared/time';
import { useState } from 'react';
import { usePhone } from '../../client/phone';
import { useTypedLoss } from '../../client/typed-loss';
import { Button } from '../../ui/button';
import { ChoiceList } from '../../ui/choice-list';
import { Field } from '../../ui/field';
import { NoticeBar } from '../../ui/notice-bar';
import { TypedLossNotice } from '../../ui/typed-loss-notice';
import { useSay } from '../../ui/words';
import { passTexts } from './texts/pass-texts';

/** Who applies, as typed; in memory only, gone with the page (P-08). */
export interface HolderDraft {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly number: string;
}

/** Nothing typed yet. */
export const emptyHolder: HolderDraft = { kind: 'resident-id', name: '', number: '' };

const fields = ['name', 'number'] as const;
type FieldName = (typeof fields)[number];

/** What is wrong with a field, in its words; undefined when nothing is. */
function holderRefusal(field: FieldName, { kind, name, number }: HolderDraft, today: Day): Pair | undefined {
  if (field === 'name') {
    const checked = checkName(name);
    return checked.valid ? undefined : nameRefusalText(checked);
  }
  const checked = checkDocument(kind, number, today);
  return checked.valid ? undefined : refusalText(kind, checked.reason, number);
}

/** Whether all of it can be sent. */
export const isWholeHolder = (draft: HolderDraft, today: Day): boolean =>
  draft.kind === 'resident-id' && fields.every((field) => holderRefusal(field, draft, today) === undefined);

interface HolderFormProps {
  readonly draft: HolderDraft;
  readonly onChange: (draft: HolderDraft) => void;
  /** It was to be sent: what is wrong is said. */
  readonly asked: boolean;
}

/** P-08: name, document and number of somebody who is not registered or not signed in. */
export function HolderForm({ draft, onChange, asked }: HolderFormProps) {
  const say = useSay();
  const { clock } = usePhone();
  const [left, setLeft] = useState<readonly FieldName[]>([]);
  const isLost = useTypedLoss('pass', draft !== emptyHolder);
  const today = dayOf(clock.now());
  return (
    <View className="pass-holder">
      <TypedLossNotice isLost={isLost} />
      <Kind kind={draft.kind} onChoose={(kind) => onChange({ ...draft, kind })} />
      {draft.kind !== 'resident-id' && <NoticeBar tone="heed" words={say(passTexts.needsCard)} />}
      {draft.kind === 'resident-id' &&
        fields.map((field) => {
          const refusal = asked || left.includes(field) ? holderRefusal(field, draft, today) : undefined;
          return (
            <Field
              key={field}
              id={`pass-${field}`}
              label={say(passTexts[field])}
              keyboard={field === 'name' ? 'text' : 'code'}
              maxLength={field === 'name' ? 80 : 60}
              grouped={field === 'number'}
              value={draft[field]}
              onChange={(value) => {
                setLeft(left.filter((each) => each !== field));
                onChange({ ...draft, [field]: value });
              }}
              onLeave={() => {
                if (draft[field] !== '') setLeft([...left, field]);
              }}
              onDone={() => setLeft([...left, field])}
              {...(refusal && { refusal: say(refusal) })}
            />
          );
        })}
      <Text className="panel-note">{say(passTexts.typedNote)}</Text>
    </View>
  );
}

function Kind({ kind, onChoose }: { readonly kind: DocumentKind; readonly onChoose: (kind: DocumentKind) => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button id="pass-kind" variant="plain" icon="card" onPress={() => setOpen(true)}>
        {`${say(passTexts.kind)} · ${say(documentKindNames[kind])}`}
      </Button>
    );
  return (
    <ChoiceList
      label={say(passTexts.kind)}
      choices={documentKinds.map((value) => ({ value, words: say(documentKindNames[value]) }))}
      chosen={kind}
      onChoose={(chosen) => {
        onChoose(chosen);
        setOpen(false);
      }}
    />
  );
}
