import { plainText } from '@tongcheng/shared/typed-text';
import { useOfficial } from '../../../client/official-context';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { DraftNote } from '../../../ui/draft-note';
import { useKeptForm } from '../../../ui/drafts';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { AppointmentFields } from './appointment-fields';
import { ChangeContent } from './change-content';
import { changeOf, officialDrafts, officialFormOf } from './official-form';
import { changeTexts, proposalTexts } from './officials-texts';
import type { OpenDialog, OpenProposal } from './open-dialog';
import { PersonFields } from './person-fields';
import type { useAppointmentWords } from './use-appointment-words';

interface Props {
  readonly open: { readonly kind: 'add' } | OpenProposal;
  readonly words: ReturnType<typeof useAppointmentWords>;
  /** With the code that is shown once, where there is one. */
  readonly onDone: (next?: OpenDialog) => void;
  readonly onClose: () => void;
}

const questions = {
  change: proposalTexts.changeAsk,
  remove: proposalTexts.removeAsk,
  credentials: proposalTexts.credentialsAsk,
} as const;

/** Proposes a change about an official to another one. */
export const ProposeChangeDialog = ({ open, words, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const mutation = useMutation();
  const official = open.kind === 'propose' ? open.official : undefined;
  const kind = open.kind === 'propose' ? open.change : 'add';
  const key = `${session.officialId} ${kind} ${official?.officialId ?? ''}`;
  const { form, set, drop, ...kept } = useKeptForm(officialDrafts, key, () => officialFormOf(official, session));
  const change = changeOf(kind, official, form);
  const reason = plainText(form.reason);
  const propose = async () => {
    if (!change) return;
    const told = await mutation.run((client) => client.call('oversight.propose-official-change', { change, reason }));
    if (!told) return;
    drop();
    const { code } = told;
    onDone(code === undefined ? undefined : { kind: 'half', change: told.change, code });
  };
  const title = official
    ? say(changeTexts[kind].title, { name: official.name ?? official.login })
    : say(changeTexts.add.button);
  return (
    <FormDrawer
      title={title}
      confirm={say(proposalTexts.propose)}
      mutation={mutation}
      isReady={change !== undefined && reason !== ''}
      onConfirm={() => void propose()}
      onClose={onClose}
    >
      <DraftNote {...kept} />
      {kind === 'add' ? <PersonFields {...{ form, set }} /> : <p>{say(questions[kind])}</p>}
      {(kind === 'add' || kind === 'change') && <AppointmentFields {...{ form, set, words }} />}
      {official && kind !== 'change' && (
        <ChangeContent change={{ before: { ...official, provinces: official.provinces ?? [] } }} words={words} />
      )}
      <TextField
        label={say(proposalTexts.reason)}
        hint={say(proposalTexts.reasonHint)}
        name="reason"
        value={form.reason}
        onChange={(typed) => set({ reason: typed })}
        maxLength={200}
      />
    </FormDrawer>
  );
};
