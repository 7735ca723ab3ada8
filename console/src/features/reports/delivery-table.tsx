import type { DeliveryRow } from '@tongcheng/shared/reports/wire';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import { useSpeech } from '../../ui/language';
import { Empty } from '../../ui/placeholders';
import type { DayState } from './day-states';
import { StateDot } from './state-dot';
import { deliveryTexts, reportTexts, versionName } from './texts';

const dotOf: Readonly<Record<DeliveryRow['state'], DayState>> = {
  queued: 'under-way',
  sent: 'sent',
  failed: 'trouble',
};

const short = 'MM-DD HH:mm:ss';

interface Props {
  readonly deliveries: readonly DeliveryRow[];
  readonly now: Instant;
  /** Absent for those who may not send. */
  readonly onSendAgain: ((delivery: DeliveryRow) => void) | undefined;
}

/** A delivery whose time has come goes out at the timer's next round. */
const SentCell = ({ delivery, now }: { readonly delivery: DeliveryRow; readonly now: Instant }) => {
  const { say } = useSpeech();
  if (delivery.sentAt !== undefined) return <span>{formatInstant(delivery.sentAt, short)}</span>;
  if (delivery.nextAttemptAt === undefined) return <span>—</span>;
  if (delivery.nextAttemptAt <= now) return <span>{say(reportTexts.dueNow)}</span>;
  return <span>{say(reportTexts.nextAttempt, { time: formatInstant(delivery.nextAttemptAt, short) })}</span>;
};

/** What the server said to this sending; before its first try there is only what it said to the one before. */
const answerOf = ({ state, attempts, lastAnswer }: DeliveryRow): string =>
  state === 'queued' && attempts === 0 ? '—' : (lastAnswer ?? '—');

interface LineProps extends Pick<Props, 'now' | 'onSendAgain'> {
  readonly delivery: DeliveryRow;
}

const DeliveryLine = ({ delivery, now, onSendAgain }: LineProps) => {
  const { say } = useSpeech();
  return (
    <tr data-delivery={delivery.deliveryId} data-state={delivery.state}>
      <th scope="row">{delivery.day}</th>
      <td>{versionName(delivery.version, say)}</td>
      <td className="address">{delivery.recipient}</td>
      <td>
        <span className="state">
          <StateDot state={dotOf[delivery.state]} />
          <span>{say(deliveryTexts[delivery.state])}</span>
        </span>
      </td>
      <td>{formatInstant(delivery.queuedAt, short)}</td>
      <td>
        <SentCell delivery={delivery} now={now} />
      </td>
      <td className="number">{delivery.attempts}</td>
      <td className="number">{delivery.repeats}</td>
      <td className="answer">{answerOf(delivery)}</td>
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
export const DeliveryTable = ({ deliveries, now, onSendAgain }: Props) => {
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
            <DeliveryLine key={delivery.deliveryId} delivery={delivery} now={now} onSendAgain={onSendAgain} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
