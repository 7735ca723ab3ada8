import type { Instant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useOfficial } from '../../client/official-context';
import { useQuery } from '../../client/use-query';
import { ChoiceFilter } from '../../kit/choice-filter';
import { KitProvider } from '../../kit/kit-provider';
import { KitTable } from '../../kit/kit-table';
import { useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { SaidNotice, useOpenAct } from '../../ui/said-notice';
import { useAddressState } from '../../ui/use-address-state';
import { gateColumns } from './gate-columns';
import { gateHealths } from './gate-health';
import { type GateLine, gateLinesOf, groundSums } from './gate-lines';
import { gateGroundTexts, gateHealthTexts, gateTexts as texts } from './gate-texts';
import { InviteGate } from './invite-gate';
import { loadGates } from './load-gates';
import { MoveGate } from './move-gate';
import { RevokeGate } from './revoke-gate';

type Open = { readonly act: 'invite' } | { readonly act: 'move' | 'revoke'; readonly line: GateLine };

interface ListProps {
  readonly lines: readonly GateLine[];
  readonly onOpen: (open: Open) => void;
}

const GateList = ({ lines, onOpen }: ListProps) => {
  const { say } = useSpeech();
  const { may } = useOfficial();
  const { read, write } = useAddressState('gates', ['health']);
  const health = read('health') ?? '';
  const counted = gateHealths.filter((each) => lines.some((line) => line.health === each));
  const countOf = (each: string) => lines.filter((line) => line.health === each).length;
  return (
    <KitTable
      title={texts.list}
      part="gates"
      rows={health === '' ? lines : lines.filter((line) => line.health === health)}
      columns={gateColumns}
      keyOf={({ gate }) => gate.deviceId}
      marks={({ gate, health: state }) => ({ 'data-gate': gate.deviceId, 'data-health': state })}
      empty={texts.none}
      filters={
        <ChoiceFilter
          label={say(texts.health)}
          name="health"
          value={health}
          all={say(texts.all)}
          choices={counted.map((value) => ({ value, label: `${say(gateHealthTexts[value])} (${countOf(value)})` }))}
          onChange={(value) => write({ health: value === '' ? undefined : value })}
        />
      }
      acts={(line) =>
        line.health !== 'revoked' && (
          <>
            {may('devices.move-device') && (
              <Button size="small" data-act="move" onClick={() => onOpen({ act: 'move', line })}>
                {say(texts.move)}
              </Button>
            )}
            {may('devices.revoke-device') && (
              <Button size="small" data-act="revoke" onClick={() => onOpen({ act: 'revoke', line })}>
                {say(texts.revoke)}
              </Button>
            )}
          </>
        )
      }
    />
  );
};

const Grounds = ({ lines }: Pick<ListProps, 'lines'>) => {
  const { say } = useSpeech();
  return (
    <section className="sheet">
      <h2>{say(texts.byGround)}</h2>
      <p className="hint">{say(texts.byGroundAbout)}</p>
      <KitTable
        title={texts.byGround}
        part="grounds"
        rows={groundSums(lines)}
        columns={[
          { id: 'ground', name: texts.ground, text: ({ ground }) => say(gateGroundTexts[ground]), kind: 'head' },
          {
            id: 'count',
            name: texts.times,
            text: ({ count }) => String(count),
            order: ({ count }) => count,
            kind: 'number',
          },
        ]}
        keyOf={({ ground }) => ground}
        marks={({ ground }) => ({ 'data-ground': ground })}
        empty={texts.noRefusal}
      />
    </section>
  );
};

const Gates = ({ clock }: { readonly clock: () => Instant }) => {
  const { say } = useSpeech();
  const { city, may } = useOfficial();
  const query = useQuery(loadGates(city), city);
  const { open, setOpen, close, said, done } = useOpenAct<Open>(query.refetch);
  return (
    <div data-part="gates-screen">
      <div className="section-head">
        <h1>{say(texts.title)}</h1>
        {may('devices.invite-device') && (
          <Button type="primary" data-act="invite-gate" onClick={() => setOpen({ act: 'invite' })}>
            {say(texts.invite)}
          </Button>
        )}
      </div>
      <p className="rule">{say(texts.rule)}</p>
      <SaidNotice said={said} />
      <QueryView query={query} lines={8}>
        {(told) => {
          const lines = gateLinesOf(told, clock());
          return (
            <>
              <section className="sheet">
                <GateList lines={lines} onOpen={setOpen} />
              </section>
              <Grounds lines={lines} />
            </>
          );
        }}
      </QueryView>
      {open?.act === 'invite' && <InviteGate onClose={close} />}
      {open?.act === 'move' && <MoveGate gate={open.line.gate} onDone={done} onClose={close} />}
      {open?.act === 'revoke' && <RevokeGate gate={open.line.gate} onDone={done} onClose={close} />}
    </div>
  );
};

/** Gates and readers of a city: how they stand, whom they kept out, and what can be done about each. */
export const GatesScreen = ({ clock }: { readonly clock: () => Instant }) => (
  <KitProvider>
    <Gates clock={clock} />
  </KitProvider>
);
