import type { ExtractRow } from '@tongcheng/shared/coaches/extracts-api';
import { useMutation } from '../../../client/use-mutation';
import { FormDrawer } from '../../../kit/form-drawer';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { extractColumns } from './extract-columns';
import { extractTexts } from './texts';

/** What an official does with a request. */
export type ExtractDecision = 'approve' | 'reject' | 'end';

interface Props {
  readonly extract: ExtractRow;
  readonly decision: ExtractDecision;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

const asks = { approve: extractTexts.approveAsk, reject: extractTexts.rejectAsk, end: extractTexts.endAsk } as const;

/** Approves, rejects or closes a request, after everything that it says. */
export const DecideDrawer = ({ extract, decision, onDone, onClose }: Props) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const mutation = useMutation();
  const { extractId, digest } = extract;
  const decide = async () => {
    const told = await mutation.run<unknown>((client) =>
      decision === 'end'
        ? client.call('coaches.end-extract', { extractId })
        : client.call('coaches.decide-extract', { extractId, digest, approve: decision === 'approve' }),
    );
    if (told !== undefined) onDone();
  };
  return (
    <FormDrawer
      title={say(extractTexts[decision])}
      confirm={say(extractTexts[decision])}
      mutation={mutation}
      onConfirm={() => void decide()}
      onClose={onClose}
    >
      <dl className="facts" data-part="extract">
        {extractColumns(nameOf).map(({ id, name, text }) => (
          <div key={id}>
            <dt>{say(name)}</dt>
            <dd>{text(extract, say)}</dd>
          </div>
        ))}
      </dl>
      <p>{say(asks[decision])}</p>
    </FormDrawer>
  );
};
