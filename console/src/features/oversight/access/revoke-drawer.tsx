import { plainText } from '@tongcheng/shared/typed-text';
import Button from 'antd/es/button';
import { useOfficial } from '../../../client/official-context';
import { FormDrawer } from '../../../kit/form-drawer';
import { DraftNote } from '../../../ui/draft-note';
import { draftsOf, useKeptForm } from '../../../ui/drafts';
import { FailureNotice } from '../../../ui/failure-notice';
import { useSpeech } from '../../../ui/language';
import { TextField } from '../../../ui/text-field';
import { uiTexts } from '../../../ui/texts';
import type { AccessKind } from './access-kinds';
import type { AccessLine } from './access-lines';
import { accessListTexts, revokeTexts } from './access-texts';
import { useRevokeAll } from './use-revoke-all';

interface Props {
  readonly kind: AccessKind;
  readonly lines: readonly AccessLine[];
  /** With those that were revoked; none where nothing was done. */
  readonly onClose: (revoked: readonly AccessLine[]) => void;
}

/** Reasons that were begun, by whom they are about; there again after closing. */
const reasons = draftsOf<{ readonly reason: string }>('revocation');
const noReason = () => ({ reason: '' });

/** Revokes one or several for a reason, after showing which and what follows; says of each that is refused why. */
export const RevokeDrawer = ({ kind, lines, onClose }: Props) => {
  const { say } = useSpeech();
  const words = revokeTexts(kind);
  const { session } = useOfficial();
  const ids = lines.map(({ id }) => id).join(' ');
  const { form, set, drop, ...kept } = useKeptForm(reasons, `${session.officialId} ${kind} ${ids}`, noReason);
  const { reason } = form;
  // Who ends whose sign-in is in the access log; it can be begun again, and no reason is kept.
  const asksReason = kind !== 'sign-ins';
  const all = useRevokeAll(kind);
  const left = lines.filter((line) => !all.revoked.includes(line));
  const [only] = lines;
  const revoke = async () => {
    const revoked = await all.run(left, plainText(reason));
    if (revoked.length < lines.length) return;
    drop();
    onClose(revoked);
  };
  const title =
    only && lines.length === 1 ? say(words.title, { name: only.name }) : say(words.many, { n: lines.length });
  return (
    <FormDrawer
      title={title}
      confirm={say(words.act)}
      mutation={{ isPending: all.isPending }}
      isReady={(!asksReason || plainText(reason) !== '') && left.length > 0}
      onConfirm={() => void revoke()}
      onClose={() => {
        all.stop();
        if (all.revoked.length > 0) drop();
        onClose(all.revoked);
      }}
    >
      <DraftNote {...kept} />
      <p>{say(words.ask)}</p>
      {asksReason && (
        <TextField
          label={say(accessListTexts.reason)}
          hint={say(accessListTexts.reasonHint)}
          name="reason"
          value={reason}
          onChange={(typed) => set({ reason: typed })}
          maxLength={200}
        />
      )}
      <ul className="preview-list" data-part="preview">
        {left.map(({ id, name, role, where }) => (
          <li key={id}>
            <strong>{name}</strong> <span className="hint">{[role, where].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
      {lines.length > 1 && (all.isPending || all.revoked.length > 0) && (
        <p className="notice" role="status">
          <span>{say(uiTexts.doneOf, { done: all.revoked.length, all: lines.length })}</span>
          {all.isPending && (
            <Button size="small" data-act="stop" onClick={all.stop}>
              {say(uiTexts.stop)}
            </Button>
          )}
        </p>
      )}
      {all.refused.map(({ line, failure }) => (
        <div key={line.id}>
          <strong>{line.name}</strong>
          <FailureNotice failure={failure} />
        </div>
      ))}
    </FormDrawer>
  );
};
