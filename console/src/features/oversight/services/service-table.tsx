import type { ServiceRow } from '@tongcheng/shared/oversight/operation-api';
import { formatInstant } from '@tongcheng/shared/time';
import { useSpeech } from '../../../ui/language';
import { PlainHead } from '../../../ui/plain-head';
import { serviceName, servicesTexts } from './services-texts';

const timeOf = (at: number | undefined): string => (at === undefined ? '—' : formatInstant(at));

/** A line a service, those that are away first. */
export const ServiceTable = ({ services }: { readonly services: readonly ServiceRow[] }) => {
  const { say } = useSpeech();
  const { service, state, answeredAt, failedAt, failure, away, answers, rests } = servicesTexts;
  const inOrder = [...services].sort((one, other) => Number(other.away) - Number(one.away));
  return (
    <div className="scroll">
      <table data-part="services">
        <PlainHead names={[service, state, answeredAt, failedAt, failure]} />
        <tbody>
          {inOrder.map((row) => (
            <tr key={row.service} data-service={row.service} data-away={row.away}>
              <th scope="row">{say(serviceName(row.service))}</th>
              <td>
                {row.away ? <mark>{say(away)}</mark> : <span>{say(answers)}</span>}
                {row.restsSince !== undefined && <p className="hint">{say(rests, { time: timeOf(row.restsSince) })}</p>}
              </td>
              <td>{timeOf(row.answeredAt)}</td>
              <td>{timeOf(row.failedAt)}</td>
              <td className="wrap" translate="no">
                {row.failure ?? '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
