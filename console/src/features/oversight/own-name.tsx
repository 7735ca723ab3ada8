import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import { useState } from 'react';
import { useOfficialNames } from '../../client/official-names';
import { useSpeech } from '../../ui/language';
import { OwnNameDialog } from './own-name-dialog';
import { oversightTexts } from './texts';

interface Props {
  readonly session: OfficialSession;
}

/** Who is signed in, by the name that others see; a touch changes it. */
export const OwnName = ({ session }: Props) => {
  const { say } = useSpeech();
  const { names, refetch } = useOfficialNames();
  const [open, setOpen] = useState(false);
  const name = names.get(session.officialId) ?? session.login;
  const saved = () => {
    setOpen(false);
    refetch();
  };
  return (
    <>
      <button
        type="button"
        className="quiet own-name"
        title={say(oversightTexts.ownName)}
        data-act="own-name"
        onClick={() => setOpen(true)}
      >
        <span data-part="login">{name}</span>
      </button>
      {open && (
        <OwnNameDialog name={name === session.login ? '' : name} onDone={saved} onClose={() => setOpen(false)} />
      )}
    </>
  );
};
