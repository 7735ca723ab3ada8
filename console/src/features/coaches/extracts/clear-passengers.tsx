import type { ClearPassenger } from '@tongcheng/shared/coaches/extracts-api';
import { formatInstant } from '@tongcheng/shared/time';
import { useOfficial } from '../../../client/official-context';
import { useOfficialNames } from '../../../client/official-names';
import { KitTable } from '../../../kit/kit-table';
import { useSpeech } from '../../../ui/language';
import { clearPassengerColumns } from './passenger-columns';
import { extractTexts } from './texts';

interface Props {
  readonly passengers: readonly ClearPassenger[];
  readonly watermark: { readonly officialId: string; readonly at: number; readonly under: string };
  /** Has a file of it recorded first. */
  readonly beforeExport: () => Promise<boolean>;
}

const shownOfId = 5;

/** Passengers in the clear; who opened the list, when and under what stands above it and in its files. */
export const ClearPassengers = ({ passengers, watermark: { officialId, at, under }, beforeExport }: Props) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const { names } = useOfficialNames();
  // By name, not as “you”: a picture of the page has to say whose it was.
  const who = names.get(officialId) ?? session.login;
  const mark = say(extractTexts.mark, { who, at: formatInstant(at), under: `…${under.slice(-shownOfId)}` });
  return (
    <div data-part="clear-passengers">
      <p className="hint" data-part="watermark">
        {mark}
      </p>
      <KitTable
        title={extractTexts.passengers}
        part="passengers"
        rows={passengers}
        columns={clearPassengerColumns(`${officialId} · ${formatInstant(at)} · ${under}`)}
        keyOf={({ departureId, documentKind, documentNumber }) => `${departureId} ${documentKind} ${documentNumber}`}
        marks={({ departureId }) => ({ 'data-departure': departureId })}
        empty={extractTexts.noPassengers}
        beforeExport={beforeExport}
      />
    </div>
  );
};
