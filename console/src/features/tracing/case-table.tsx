import type { CaseRow } from '@tongcheng/shared/tracing/wire';
import Button from 'antd/es/button';
import { KitTable } from '../../kit/kit-table';
import { useSpeech } from '../../ui/language';
import { useOfficialName } from '../../ui/official-name';
import { caseColumns } from './case-columns';
import { tracingTexts } from './texts';
import { type Reader, waitingOf } from './waiting';

interface Props {
  readonly cases: readonly CaseRow[];
  readonly state: CaseRow['state'];
  readonly reader: Reader;
  readonly onLook: (caseId: string) => void;
}

/** The cases of the city. What is searched for stays out of the address: somebody may type a name. */
export const CaseTable = ({ cases, state, reader, onLook }: Props) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  return (
    <KitTable
      title={tracingTexts.cases}
      part="cases"
      isSearchPrivate
      rows={cases}
      columns={caseColumns(say, reader, nameOf)}
      keyOf={({ caseId }) => caseId}
      marks={(found) => ({ 'data-case': found.number, 'data-waits': waitingOf(found, reader).kind })}
      empty={state === 'open' ? tracingTexts.noneOpen : tracingTexts.noneClosed}
      acts={({ caseId }) => (
        <Button size="small" data-act="look" onClick={() => onLook(caseId)}>
          {say(tracingTexts.look)}
        </Button>
      )}
    />
  );
};
