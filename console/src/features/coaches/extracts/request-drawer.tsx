import { type ExtractContent, extractGrounds, extractRecipients } from '@tongcheng/shared/coaches/extracts-api';
import { type DocumentKind, documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { documentWords } from '@tongcheng/shared/reports/words';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { ChoiceField } from '../../../ui/choice-field';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { authorityTexts, extractTexts, groundTexts } from './texts';

/** What is asked for, as far as the page knows it; of a document its number is still to be typed. */
export type AskedContent = Exclude<ExtractContent, { of: 'document' }>;

interface Props {
  readonly content: AskedContent;
  /** What that is, in words. */
  readonly words: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** L-13: asks for an extract; another official has to approve it. */
export const RequestDrawer = ({ content, words, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { city } = useOfficial();
  const mutation = useMutation();
  const [recipient, setRecipient] = useState<(typeof extractRecipients)[number]>('health');
  const [ground, setGround] = useState<(typeof extractGrounds)[number]>('infectious-disease-law');
  const [receiver, setReceiver] = useState('');
  const [purpose, setPurpose] = useState('');
  const [of, setOf] = useState<'departures' | 'document'>('departures');
  const [documentKind, setDocumentKind] = useState<DocumentKind>('resident-id');
  const [documentNumber, setDocumentNumber] = useState('');
  const isDocument = content.of === 'departures' && of === 'document';
  const asked: ExtractContent = isDocument
    ? {
        ...{ of: 'document', from: content.from, to: content.to, documentKind },
        documentNumber: plainText(documentNumber),
        ...(content.direction && { direction: content.direction }),
      }
    : content;
  const isReady = [receiver, purpose, ...(isDocument ? [documentNumber] : [])].every((text) => plainText(text) !== '');
  const request = async () => {
    const said = { recipient, receiver: plainText(receiver), legalBasis: ground, purpose: plainText(purpose) };
    const told = await mutation.run((client) =>
      client.call('coaches.request-extract', { city, ...said, content: asked }),
    );
    if (told) onDone();
  };
  return (
    <FormDrawer
      title={say(extractTexts.ask)}
      confirm={say(extractTexts.ask)}
      mutation={mutation}
      isReady={isReady}
      onConfirm={() => void request()}
      onClose={onClose}
    >
      <p data-part="content">{words}</p>
      {content.of === 'departures' && (
        <ChoiceField
          label={say(extractTexts.content)}
          name="of"
          noHint="label-says-all"
          value={of}
          onChange={setOf}
          choices={(['departures', 'document'] as const).map((value) => ({ value, label: say(extractTexts[value]) }))}
        />
      )}
      {isDocument && (
        <>
          <ChoiceField
            label={say(extractTexts.documentKind)}
            name="document-kind"
            noHint="label-says-all"
            value={documentKind}
            onChange={setDocumentKind}
            choices={documentKinds.map((value) => ({ value, label: say(documentWords[value]) }))}
          />
          <TextField
            label={say(extractTexts.documentNumber)}
            name="document-number"
            value={documentNumber}
            onChange={setDocumentNumber}
            maxLength={60}
            autoComplete="off"
            hint={say(extractTexts.documentHint)}
          />
        </>
      )}
      <ChoiceField
        label={say(extractTexts.recipient)}
        name="recipient"
        noHint="label-says-all"
        value={recipient}
        onChange={setRecipient}
        choices={extractRecipients.map((value) => ({ value, label: say(authorityTexts[value]) }))}
      />
      <TextField
        label={say(extractTexts.receiver)}
        name="receiver"
        value={receiver}
        onChange={setReceiver}
        maxLength={60}
        hint={say(extractTexts.receiverHint)}
      />
      <ChoiceField
        label={say(extractTexts.ground)}
        name="ground"
        hint={say(extractTexts.groundHint)}
        value={ground}
        onChange={setGround}
        choices={extractGrounds.map((value) => ({ value, label: say(groundTexts[value]) }))}
      />
      <TextField
        label={say(extractTexts.why)}
        name="why"
        value={purpose}
        onChange={setPurpose}
        maxLength={200}
        hint={say(extractTexts.whyHint)}
      />
    </FormDrawer>
  );
};
