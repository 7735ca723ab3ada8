import type { ClearPassenger } from '@tongcheng/shared/coaches/extracts-api';
import { formatInstant } from '@tongcheng/shared/time';
import { KitTable } from '../../../kit/kit-table';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { clearPassengerColumns } from './passenger-columns';
import { extractTexts } from './texts';

interface Props {
  readonly passengers: readonly ClearPassenger[];
  readonly watermark: { readonly officialId: string; readonly at: number; readonly under: string };
  /** Has a file of it recorded first. */
  readonly beforeExport: () => Promise<boolean>;
}

/** Passengers in the clear; who opened the list, when and under what stands above it and in its files. */
export const ClearPassengers = ({ passengers, watermark: { officialId, at, under }, beforeExport }: Props) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const mark = say(extractTexts.mark, { who: nameOf(officialId), at: formatInstant(at), under });
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
