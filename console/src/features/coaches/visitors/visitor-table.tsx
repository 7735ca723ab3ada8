import { formatInstant, type Instant } from '@tongcheng/shared/time';
import Button from 'antd/es/button';
import { useOfficial } from '../../../client/official-context';
import { KitTable } from '../../../kit/kit-table';
import type { TableColumn } from '../../../kit/table-view';
import { type Say, useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { visitorActTexts, visitorTexts } from './texts';
import type { VisitorRow } from './visitor-rows';

/** What can be done about the code of a station. */
export type VisitorAct = keyof typeof visitorActTexts;

/** What a station is called. */
export const stationName = ({ name }: VisitorRow, say: Say): string => say(name ?? visitorTexts.formerStation);

const texts = visitorTexts;

const timeOf = (at: Instant | undefined) => (at === undefined ? '—' : formatInstant(at, 'YYYY-MM-DD HH:mm'));

const columns = (say: Say, nameOf: (officialId: string) => string): readonly TableColumn<VisitorRow>[] => [
  { id: 'station', name: texts.station, text: stationName, order: (row) => stationName(row, say), kind: 'head' },
  {
    id: 'state',
    name: texts.state,
    text: ({ code }) => say(code ? texts.posted : texts.absent),
    order: ({ code }) => Number(code !== undefined),
  },
  {
    id: 'by',
    name: texts.by,
    text: ({ code }) => (code ? nameOf(code.invitedBy) : '—'),
  },
  {
    id: 'at',
    name: texts.at,
    text: ({ code }) => timeOf(code?.invitedAt),
    order: ({ code }) => code?.invitedAt ?? 0,
  },
  {
    id: 'until',
    name: texts.until,
    text: ({ code }) => timeOf(code?.expiresAt),
    order: ({ code }) => code?.expiresAt ?? 0,
  },
];

interface Props {
  readonly rows: readonly VisitorRow[];
  readonly onAct: (act: VisitorAct, row: VisitorRow) => void;
}

/** The stations with who posted their codes, when, until when, and what can be done about each. */
export const VisitorTable = ({ rows, onAct }: Props) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const actsOf = useActs();
  return (
    <KitTable
      title={texts.stations}
      part="visitor-codes"
      rows={rows}
      columns={columns(say, nameOf)}
      keyOf={({ stationId, code }) => `${stationId} ${code?.invitationId ?? ''}`}
      marks={({ stationId, code }) => ({ 'data-station': stationId, 'data-code': code ? 'posted' : 'absent' })}
      empty={texts.none}
      acts={(row) =>
        actsOf(row).map((act) => (
          <Button key={act} size="small" data-act={act} onClick={() => onAct(act, row)}>
            {say(visitorActTexts[act].act)}
          </Button>
        ))
      }
    />
  );
};

/** What this official may do about a row: a former station gets no new code. */
const useActs = () => {
  const { may } = useOfficial();
  const [mayPost, mayRevoke] = [may('oversight.post-visitor-code'), may('oversight.revoke-invitation')];
  return ({ name, code }: VisitorRow): readonly VisitorAct[] => {
    if (!code) return mayPost ? ['post'] : [];
    return [
      ...(mayPost && mayRevoke && name ? (['replace'] as const) : []),
      ...(mayRevoke ? (['revoke'] as const) : []),
    ];
  };
};
