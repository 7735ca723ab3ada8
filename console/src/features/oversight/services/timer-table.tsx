import type { TimerRow } from '@tongcheng/shared/oversight/operation-api';
import { formatInstant } from '@tongcheng/shared/time';
import { useSpeech } from '../../../ui/language';
import { PlainHead } from '../../../ui/plain-head';
import { partName, servicesTexts } from './services-texts';

/** A line a part of the timer's work, those that failed first. */
export const TimerTable = ({ timers }: { readonly timers: readonly TimerRow[] }) => {
  const { say } = useSpeech();
  const { part, state, ranAt, took, failedAt, ranThrough, failed } = servicesTexts;
  const inOrder = [...timers].sort((one, other) => Number(one.ok) - Number(other.ok));
  return (
    <div className="scroll">
      <table data-part="timers">
        <PlainHead names={[part, state, ranAt, took, failedAt]} />
        <tbody>
          {inOrder.map((row) => (
            <tr key={row.part} data-timer={row.part} data-ok={row.ok}>
              <th scope="row">{say(partName(row.part))}</th>
              <td>{row.ok ? <span>{say(ranThrough)}</span> : <mark>{say(failed)}</mark>}</td>
              <td>{formatInstant(row.ranAt)}</td>
              <td className="number">{(row.tookMs / 1_000).toFixed(1)}</td>
              <td>{row.failedAt === undefined ? '—' : formatInstant(row.failedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
