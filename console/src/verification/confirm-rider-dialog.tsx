import { checkDocument, rightKind } from '@tongcheng/shared/identity/documents/check-document';
import { documentKindNames } from '@tongcheng/shared/identity/documents/kind-names';
import { type DocumentKind, documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { refusalText } from '@tongcheng/shared/identity/documents/refusal-texts';
import { nameRefusalText } from '@tongcheng/shared/identity/name-refusal-text';
import { checkName } from '@tongcheng/shared/identity/names';
import type { Text } from '@tongcheng/shared/text';
import { dayOf, type Instant } from '@tongcheng/shared/time';
import { plainDigits } from '@tongcheng/shared/typed-text';
import { type FormEvent, useState } from 'react';
import { useMutation } from '../client/use-mutation';
import { ChoiceField } from '../ui/choice-field';
import { Dialog } from '../ui/dialog';
import { FailureNotice, intoView } from '../ui/failure-notice';
import { useSpeech } from '../ui/language';
import { TextField } from '../ui/text-field';
import { uiTexts } from '../ui/texts';
import { assistedScanTexts } from './assisted-scan-texts';
import { confirmTexts } from './confirm-rider-texts';

interface Props {
  /** The server's time. */
  readonly now: () => Instant;
  readonly onClose: () => void;
}

const empty = { number: '', name: '', code: '' };
type Faults = { readonly [field in keyof typeof empty]?: Text };

/** The desk sees document, person and phone together: the account whose code is typed is proven to be theirs. */
export const ConfirmRiderDialog = ({ now, onClose }: Props) => {
  const { say } = useSpeech();
  const mutation = useMutation();
  const [kind, setKind] = useState<DocumentKind>('resident-id');
  const [form, setForm] = useState(empty);
  const [faults, setFaults] = useState<Faults>({});
  const [confirmed, setConfirmed] = useState<string>();
  const right = rightKind(kind, form.number);
  const send = async () => {
    const { number: documentNumber, name } = form;
    const input = { documentKind: kind, documentNumber, name, code: plainDigits(form.code) };
    const done = await mutation.run((client) => client.call('identity.confirm-rider', input));
    if (!done) return;
    setForm(empty);
    setConfirmed(done.maskedName);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(form, kind, now());
    setFaults(found);
    if (Object.keys(found).length === 0) void send();
  };
  const change = (part: Partial<typeof empty>) => {
    setForm((before) => ({ ...before, ...part }));
    setFaults({});
    setConfirmed(undefined);
    mutation.reset();
  };
  const field = (name: keyof typeof empty) => ({
    name: `confirm-${name}`,
    value: form[name],
    onChange: (value: string) => change({ [name]: value }),
    fault: faults[name] && say(faults[name]),
    autoComplete: 'off' as const,
  });
  return (
    <Dialog title={say(confirmTexts.title)} onClose={onClose} part="confirm">
      <p>{say(confirmTexts.hint)}</p>
      <form className="entry-form" onSubmit={submit} noValidate>
        <TextField {...field('number')} label={say(assistedScanTexts.number)} maxLength={60} noHint="said-above" />
        <ChoiceField
          label={say(confirmTexts.kind)}
          name="confirm-kind"
          noHint="label-says-all"
          value={kind}
          choices={documentKinds.map((value) => ({ value, label: say(documentKindNames[value]) }))}
          onChange={setKind}
        />
        {right !== undefined && (
          <button type="button" className="quiet" onClick={() => setKind(right)}>
            {say(assistedScanTexts.rightKind, { kind: say(documentKindNames[right]) })}
          </button>
        )}
        <TextField {...field('name')} label={say(assistedScanTexts.name)} maxLength={80} noHint="said-above" />
        <TextField
          {...field('code')}
          label={say(confirmTexts.code)}
          hint={say(confirmTexts.codeHint)}
          inputMode="numeric"
          maxLength={20}
        />
        {mutation.failure && <FailureNotice failure={mutation.failure} onAgain={() => void send()} answers />}
        {confirmed !== undefined && (
          <p className="check-outcome check-good" data-part="confirmed" role="status" ref={intoView}>
            {say(confirmTexts.done, { name: confirmed })}
          </p>
        )}
        <div className="entry-acts">
          <button type="button" className="quiet" onClick={onClose}>
            {say(uiTexts.cancel)}
          </button>
          <button type="submit" className="primary" data-part="confirm-submit" disabled={mutation.isPending}>
            {say(confirmTexts.submit)}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

function faultsOf({ number, name, code }: typeof empty, kind: DocumentKind, now: Instant): Faults {
  const document = checkDocument(kind, number, dayOf(now));
  const named = checkName(name);
  return {
    ...(document.valid ? {} : { number: refusalText(kind, document.reason, number) }),
    ...(named.valid ? {} : { name: nameRefusalText(named) }),
    ...(plainDigits(code).length === 6 ? {} : { code: confirmTexts.codeMissing }),
  };
}
