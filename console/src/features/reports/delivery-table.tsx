import type { DeliveryRow } from '@tongcheng/shared/reports/wire';
import { formatInstant } from '@tongcheng/shared/time';
import { Empty } from '../../ui/empty';
import { useSpeech } from '../../ui/language';
import type { DayState } from './day-states';
import { StateDot } from './state-dot';
import { deliveryTexts, reportTexts } from './texts';
import { versionName } from './version-name';

const dotOf: Readonly<Record<DeliveryRow['state'], DayState>> = {
  queued: 'under-way',
  sent: 'sent',
  'partly-refused': 'trouble',
  failed: 'trouble',
};

const short = 'MM-DD HH:mm:ss';

interface Props {
  readonly deliveries: readonly DeliveryRow[];
  /** Absent for those who may not send. */
  readonly onSendAgain: ((delivery: DeliveryRow) => void) | undefined;
}

const SentCell = ({ delivery }: { readonly delivery: DeliveryRow }) => {
  const { say } = useSpeech();
  if (delivery.sentAt !== undefined) return <>{formatInstant(delivery.sentAt, short)}</>;
  if (delivery.nextAttemptAt === undefined) return <>—</>;
  return <>{say(reportTexts.nextAttempt, { time: formatInstant(delivery.nextAttemptAt, short) })}</>;
};

const DeliveryLine = ({ delivery, onSendAgain }: { delivery: DeliveryRow; onSendAgain: Props['onSendAgain'] }) => {
  const { say } = useSpeech();
  return (
    <tr data-delivery={delivery.deliveryId} data-state={delivery.state}>
      <th scope="row">{delivery.day}</th>
      <td>{versionName(delivery.version, say)}</td>
      <td className="address">{delivery.recipient}</td>
      <td>
        <span className="state">
          <StateDot state={dotOf[delivery.state]} />
          {say(deliveryTexts[delivery.state])}
        </span>
      </td>
      <td>{formatInstant(delivery.queuedAt, short)}</td>
      <td>
        <SentCell delivery={delivery} />
      </td>
      <td className="number">{delivery.attempts}</td>
      <td className="number">{delivery.repeats}</td>
      <td className="answer">{delivery.lastAnswer ?? '—'}</td>
      <td className="act-cell">
        {onSendAgain && (
          <button
            type="button"
            className="small"
            data-act="send-again"
            disabled={delivery.state === 'queued'}
            onClick={() => onSendAgain(delivery)}
          >
            {say(reportTexts.sendAgain)}
          </button>
        )}
      </td>
    </tr>
  );
};

/** Each sending of a report to a recipient and how it stands. */
export const DeliveryTable = ({ deliveries, onSendAgain }: Props) => {
  const { say } = useSpeech();
  if (deliveries.length === 0) return <Empty text={reportTexts.noDeliveries} />;
  const texts = reportTexts;
  const words = [texts.day, texts.version, texts.recipient, texts.state, texts.queuedAt, texts.sentAt];
  return (
    <div className="scroll" data-part="deliveries">
      <table>
        <thead>
          <tr>
            {words.map((text) => (
              <th key={text.en} scope="col">
                {say(text)}
              </th>
            ))}
            <th scope="col" className="number">
              {say(texts.attempts)}
            </th>
            <th scope="col" className="number">
              {say(texts.repeats)}
            </th>
            <th scope="col">{say(texts.lastAnswer)}</th>
            <th scope="col" className="act-cell">
              {say(texts.act)}
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <DeliveryLine key={delivery.deliveryId} delivery={delivery} onSendAgain={onSendAgain} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
