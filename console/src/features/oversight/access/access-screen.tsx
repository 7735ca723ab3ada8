import { plainLine } from '@tongcheng/shared/typed-text';
import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { TextField } from '../../../ui/text-field';
import { uiTexts } from '../../../ui/texts';
import { type AccessKind, accessKinds, accessNeeds, listAccess } from './access-kinds';
import type { AccessLine } from './access-lines';
import { AccessTable } from './access-table';
import { accessListTexts } from './access-texts';
import { RevokeDialog } from './revoke-dialog';

/** who and what may come in, kind by kind, and ending it. */
export const AccessScreen = () => {
  const { say, language } = useSpeech();
  const { city, may } = useOfficial();
  const [kind, setKind] = useState<AccessKind>('staff');
  const [search, setSearch] = useState('');
  const [after, setAfter] = useState<string>();
  const [open, setOpen] = useState<AccessLine>();
  const [said, setSaid] = useState('');
  const asked = { city, search: plainLine(search), after };
  const query = useQuery(
    (client) => listAccess(kind, client, say, asked),
    JSON.stringify([kind, asked.city, asked.search, after, language]),
  );
  const choose = (next: AccessKind) => {
    setKind(next);
    setSearch('');
    setAfter(undefined);
    setSaid('');
  };
  const find = (typed: string) => {
    setSearch(typed);
    setAfter(undefined);
  };
  const revoked = (line: AccessLine) => {
    setSaid(say(accessListTexts.done, { name: line.name }));
    setOpen(undefined);
    query.refetch();
  };
  return (
    <div data-part="access-screen">
      <div className="section-head">
        <h1>{say(accessListTexts.title)}</h1>
        {accessKinds
          .filter((known) => may(accessNeeds[known].list))
          .map((known) => (
            <button
              key={known}
              type="button"
              className={known === kind ? 'primary' : 'quiet'}
              aria-pressed={known === kind}
              data-kind={known}
              onClick={() => choose(known)}
            >
              {say(accessListTexts[known])}
            </button>
          ))}
      </div>
      <p className="rule">{`${say(accessListTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      {kind === 'staff' && (
        <TextField
          label={say(accessListTexts.search)}
          name="search"
          type="search"
          value={search}
          onChange={find}
          maxLength={40}
          optional
        />
      )}
      {said !== '' && (
        <p className="notice" role="status" data-part="said">
          {said}
        </p>
      )}
      <section className="sheet">
        <QueryView query={query}>
          {({ lines, next }) => (
            <>
              <AccessTable lines={lines} onRevoke={may(accessNeeds[kind].revoke) ? setOpen : undefined} />
              {after !== undefined && (
                <button type="button" className="quiet" data-act="first" onClick={() => setAfter(undefined)}>
                  {say(accessListTexts.first)}
                </button>
              )}
              {next !== undefined && (
                <button type="button" className="quiet" data-act="more" onClick={() => setAfter(next)}>
                  {say(accessListTexts.more)}
                </button>
              )}
            </>
          )}
        </QueryView>
      </section>
      {open && <RevokeDialog kind={kind} line={open} onDone={() => revoked(open)} onClose={() => setOpen(undefined)} />}
    </div>
  );
};
