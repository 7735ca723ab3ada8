import { Text, View } from '@tarojs/components';
import type { Whom } from '@tongcheng/shared/coaches/passenger-wire';
import { plainNumber, plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { useSay } from '../../ui/words';
import { ticketTexts } from './texts/ticket-texts';

interface TicketByNumberProps {
  readonly busy: boolean;
  /** Whether it was taken. */
  readonly onRegister: (whoms: readonly Whom[]) => Promise<boolean>;
}

const none = { ticketNumber: '', documentEnding: '' } as const;
type Draft = { readonly [K in keyof typeof none]: string };

const isRight = {
  ticketNumber: (typed: string) => /^[\w.:/-]{1,40}$/.test(plainText(typed)),
  documentEnding: (typed: string) => plainNumber(typed).length === 4,
} as const;
const fields = ['ticketNumber', 'documentEnding'] as const;
const refusals = { ticketNumber: 'ticketNumberRefused', documentEnding: 'documentEndingRefused' } as const;
const lengths = { ticketNumber: 40, documentEnding: 6 } as const;

/** L-04: whoever bought a ticket ahead and is not known names two things that stand on it, and types nothing more. */
export function TicketByNumber({ busy, onRegister }: TicketByNumberProps) {
  const say = useSay();
  const [draft, setDraft] = useState<Draft>(none);
  const [asked, setAsked] = useState(false);
  const confirm = async () => {
    setAsked(true);
    if (!fields.every((field) => isRight[field](draft[field]))) return;
    const { ticketNumber, documentEnding } = draft;
    const whom = { ticketNumber: plainText(ticketNumber), documentEnding: plainNumber(documentEnding) };
    if (!(await onRegister([{ by: 'ticket-number', ...whom }]))) return;
    setDraft(none);
    setAsked(false);
  };
  return (
    <View className="panel coach-typed" id="ticket-by-number">
      <Text className="panel-title">{say(ticketTexts.numberTitle)}</Text>
      <Text className="panel-note">{say(ticketTexts.numberNote)}</Text>
      {fields.map((field) => (
        <Field
          key={field}
          id={`ticket-${field}`}
          label={say(ticketTexts[field])}
          keyboard="code"
          maxLength={lengths[field]}
          value={draft[field]}
          onChange={(value) => setDraft({ ...draft, [field]: value })}
          onLeave={() => undefined}
          onDone={confirm}
          {...(asked && !isRight[field](draft[field]) && { refusal: say(ticketTexts[refusals[field]]) })}
        />
      ))}
      <Button id="confirm-ticket" busy={busy} onPress={confirm}>
        {say(ticketTexts.confirm)}
      </Button>
    </View>
  );
}
