import { useState } from 'react';
import { useOfficial } from '../../../client/official-context';
import { useQuery } from '../../../client/use-query';
import { KitProvider } from '../../../kit/kit-provider';
import { formatList } from '../../../ui/format';
import { useSpeech } from '../../../ui/language';
import { QueryView } from '../../../ui/query-view';
import { SaidNotice } from '../../../ui/said-notice';
import { uiTexts } from '../../../ui/texts';
import { useAddressState } from '../../../ui/use-address-state';
import { provinceName } from '../province-texts';
import { type AccessKind, accessKinds, accessNeeds, listAccess } from './access-kinds';
import type { AccessLine } from './access-lines';
import { AccessTable } from './access-table';
import { accessListTexts, revokeTexts } from './access-texts';
import { RevokeDrawer } from './revoke-drawer';

const atOnce = 1_000;

const Access = () => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const { read, write } = useAddressState('access', ['kind']);
  const kinds = accessKinds.filter((known) => may(accessNeeds[known].list));
  const kind = kinds.find((known) => known === read('kind')) ?? kinds[0] ?? 'sign-ins';
  return (
    <div data-part="access-screen">
      <div className="section-head">
        <h1>{say(accessListTexts.title)}</h1>
        {kinds.map((known) => (
          <button
            key={known}
            type="button"
            className={known === kind ? 'primary' : 'quiet'}
            aria-pressed={known === kind}
            data-kind={known}
            onClick={() => write({ kind: known === kinds[0] ? undefined : known })}
          >
            {say(accessListTexts[known])}
          </button>
        ))}
      </div>
      <p className="rule">{`${say(accessListTexts.rule)} ${say(uiTexts.timeZone)}`}</p>
      <AccessList key={kind} kind={kind} />
    </div>
  );
};

/** What cities and provinces are called, as far as it is known. */
const usePlaces = () => {
  const { say } = useSpeech();
  const { cities } = useOfficial();
  return (code: string): string => {
    const name = code.endsWith('0000') ? provinceName(code) : cities.get(code)?.name;
    return name ? say(name) : code;
  };
};

const AccessList = ({ kind }: { readonly kind: AccessKind }) => {
  const { say, language } = useSpeech();
  const { city, may } = useOfficial();
  const placeOf = usePlaces();
  const [most, setMost] = useState(atOnce);
  const [ending, setEnding] = useState<readonly AccessLine[]>();
  const [said, setSaid] = useState('');
  const query = useQuery((client) => listAccess(kind, client, { city, most }), `${city} ${kind} ${most}`);
  const closed = (revoked: readonly AccessLine[]) => {
    setEnding(undefined);
    const [one] = revoked;
    if (!one) return;
    const { done, doneMany } = revokeTexts(kind);
    setSaid(revoked.length === 1 ? say(done, { name: one.name }) : say(doneMany, { n: revoked.length }));
    query.refetch();
  };
  return (
    <>
      <SaidNotice said={said} />
      <section className="sheet">
        <QueryView query={query}>
          {({ rows, hasMore }) => (
            <>
              <AccessTable
                kind={kind}
                lines={rows.map((row) => row({ say, list: (parts) => formatList(parts, language), placeOf }))}
                onRevoke={may(accessNeeds[kind].revoke) ? setEnding : undefined}
              />
              {hasMore && (
                <button type="button" className="quiet" data-act="more" onClick={() => setMost(most + atOnce)}>
                  {say(accessListTexts.more, { n: rows.length })}
                </button>
              )}
            </>
          )}
        </QueryView>
      </section>
      {ending && <RevokeDrawer kind={kind} lines={ending} onClose={closed} />}
    </>
  );
};

/** who and what may come in, kind by kind, and ending it. */
export const AccessScreen = () => (
  <KitProvider>
    <Access />
  </KitProvider>
);
