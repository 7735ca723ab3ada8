import { Text, View } from '@tarojs/components';
import type { Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { documentKindNames } from '@tongcheng/shared/identity/documents/kind-names';
import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { dayOf } from '@tongcheng/shared/time';
import { type ReactNode, useState } from 'react';
import { usePhone } from '../../client/phone';
import { useTypedLoss } from '../../client/typed-loss';
import { Button } from '../../ui/button';
import { ChoiceList } from '../../ui/choice-list';
import { ReadByCamera } from '../../ui/document-camera/read-by-camera';
import { Field } from '../../ui/field';
import { TypedLossNotice } from '../../ui/typed-loss-notice';
import { useSay } from '../../ui/words';
import { departureTexts } from './texts/departure-texts';
import { emptyPassenger, type PassengerDraft, passengerFields, passengerRefusal } from './typed-passenger-draft';

interface TypedPassengerProps {
  readonly busy: boolean;
  /** Whether it was taken. */
  readonly onRegister: (whoms: readonly Whom[]) => Promise<boolean>;
  readonly onClose: (() => void) | undefined;
  readonly onVerify: (() => void) | undefined;
  /** Staff type somebody who may have no phone (L-07). */
  readonly mayLackPhone?: boolean;
  /** The next one is typed at once. */
  readonly staysOpen?: boolean;
  /** Whose typed details these take the place of, masked. */
  readonly corrected?: string | undefined;
  /** What else is asked before the button. */
  readonly children?: ReactNode;
}

const keyboards = { number: 'code', name: 'text', phone: 'phone' } as const;
const lengths = { number: 60, name: 80, phone: 30 } as const;

/** L-03: name, document and phone of one passenger; a statement, which meets nobody who is known. */
export function TypedPassenger(props: TypedPassengerProps) {
  const { busy, onRegister, onClose, onVerify, mayLackPhone = false, staysOpen = false, corrected, children } = props;
  const say = useSay();
  const { clock } = usePhone();
  const [draft, setDraft] = useState<PassengerDraft>(emptyPassenger);
  const [left, setLeft] = useState<readonly string[]>([]);
  // What the camera said of one passenger goes when the next is typed.
  const [turn, setTurn] = useState(0);
  const isLost = useTypedLoss('coach', draft !== emptyPassenger);
  const change = (part: Partial<PassengerDraft>) => setDraft((held) => ({ ...held, ...part }));
  const today = dayOf(clock.now());
  const refused = (field: (typeof passengerFields)[number]) =>
    mayLackPhone && field === 'phone' && draft.phone === '' ? undefined : passengerRefusal(field, draft, today);
  // Enter, which a scanner that acts as a keyboard types too, goes on to the next field; after the last one it registers.
  const [focused, setFocused] = useState<(typeof passengerFields)[number]>();
  const goOn = (field: (typeof passengerFields)[number]) => {
    const next = passengerFields[passengerFields.indexOf(field) + 1];
    setLeft([...left, field]);
    if (refused(field)) return;
    if (next === undefined) void register();
    else setFocused(next);
  };
  const register = async () => {
    setLeft(passengerFields);
    if (passengerFields.some((field) => refused(field))) return;
    const { kind: documentKind, number: documentNumber, name, phone } = draft;
    if (!(await onRegister([{ by: 'typed', name, documentKind, documentNumber, phone }]))) return;
    setDraft(emptyPassenger);
    setLeft([]);
    setTurn(turn + 1);
    if (!staysOpen) onClose?.();
  };
  return (
    <View className="panel coach-typed" id="typed-passenger">
      <TypedLossNotice isLost={isLost} />
      <Text className="panel-title">{say(onVerify ? departureTexts.typedTitleMe : departureTexts.typedTitle)}</Text>
      <Text className="panel-note">
        {corrected === undefined
          ? say(mayLackPhone ? departureTexts.typedNoteStaff : departureTexts.typedNote)
          : say(departureTexts.correctNote, { name: corrected })}
      </Text>
      <KindOfDocument kind={draft.kind} onChoose={(kind) => change({ kind })} />
      <ReadByCamera key={turn} kind={draft.kind} today={today} onRead={change} />
      {passengerFields.map((field) => {
        const refusal = left.includes(field) ? refused(field) : undefined;
        return (
          <Field
            key={field}
            id={`passenger-${field}`}
            label={say(departureTexts[field])}
            keyboard={keyboards[field]}
            maxLength={lengths[field]}
            grouped={field !== 'name'}
            value={draft[field]}
            onChange={(value) => {
              setLeft(left.filter((each) => each !== field));
              change({ [field]: value });
            }}
            focused={focused === field}
            onLeave={() => {
              if (focused === field) setFocused(undefined);
              if (draft[field] !== '') setLeft([...left, field]);
            }}
            onDone={() => goOn(field)}
            {...(refusal && { refusal: say(refusal) })}
          />
        );
      })}
      {children}
      <Button id="register-typed" busy={busy} onPress={register}>
        {say(corrected === undefined ? departureTexts.confirmOne : departureTexts.correctOne)}
      </Button>
      {onVerify && (
        <Button id="verify-first" variant="link" icon="person" onPress={onVerify}>
          {say(departureTexts.verify)}
        </Button>
      )}
      {onClose && (
        <Button variant="link" onPress={onClose}>
          {say(departureTexts.close)}
        </Button>
      )}
    </View>
  );
}

/** The kind that most have is chosen; the list opens for the others. */
export function KindOfDocument({
  kind,
  onChoose,
}: {
  readonly kind: PassengerDraft['kind'];
  readonly onChoose: (kind: PassengerDraft['kind']) => void;
}) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button id="passenger-kind" variant="plain" icon="card" onPress={() => setOpen(true)}>
        {`${say(departureTexts.kind)} · ${say(documentKindNames[kind])}`}
      </Button>
    );
  return (
    <ChoiceList
      label={say(departureTexts.kind)}
      choices={documentKinds.map((value) => ({ value, words: say(documentKindNames[value]) }))}
      chosen={kind}
      onChoose={(chosen) => {
        onChoose(chosen);
        setOpen(false);
      }}
    />
  );
}
