import type { DayDeparture, tellDeparture } from '@tongcheng/shared/coaches/officials-api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { offRouteWords, sourceWords } from '@tongcheng/shared/reports/coach-words';
import { formatInstant } from '@tongcheng/shared/time';
import { useQuery } from '../../client/use-query';
import { DetailsDrawer } from '../../kit/details-drawer';
import { type Say, useSpeech } from '../../ui/language';
import { QueryView } from '../../ui/query-view';
import { coachTexts, eventTexts, leavingReasonTexts, tellerTexts } from './texts';

type StoryEvent = OutputOf<typeof tellDeparture>['events'][number];

/** Told more than a minute after it happened: from a phone without network, or a ledger. */
const lateMs = 60_000;

function eventLine(event: StoryEvent, say: Say): string {
  const { kind, at, recordedAt, teller, source, seat, offRoute, aboard, departsAt, reason, unfitting } = event;
  const known = eventTexts[kind];
  const words = reason === undefined ? undefined : leavingReasonTexts[reason];
  const parts = [
    known ? say(known) : kind,
    ...(aboard === undefined ? [] : [`${say(coachTexts.aboard)} ${aboard}`]),
    ...(departsAt === undefined ? [] : [`${say(coachTexts.departsAt)} ${formatInstant(departsAt, 'MM-DD HH:mm')}`]),
    ...(seat === undefined ? [] : [`#${seat}`]),
    ...(words ? [say(words)] : []),
    source === undefined ? say(tellerTexts[teller]) : say(sourceWords[source]),
    ...(offRoute ? [say(offRouteWords[offRoute])] : []),
    ...(recordedAt - at > lateMs
      ? [say(coachTexts.arrivedHere, { at: formatInstant(recordedAt, 'MM-DD HH:mm:ss') })]
      : []),
    ...(unfitting ? [say(coachTexts.unfitting)] : []),
  ];
  return parts.join(' · ');
}

interface Props {
  readonly departure: DayDeparture;
  readonly onClose: () => void;
}

/** Everything that happened to a departure, oldest first; nobody is named. */
export const DepartureStory = ({ departure, onClose }: Props) => {
  const { say } = useSpeech();
  const { city, departureId, departsAt } = departure;
  const query = useQuery((client) => client.call('coaches.tell-departure', { city, departureId }), departureId);
  const title = say(coachTexts.storyOf, { time: formatInstant(departsAt, 'MM-DD HH:mm') });
  const events = query.value?.events;
  const lines = events?.map((event, index) => ({
    name: `${index + 1}. ${formatInstant(event.at, 'MM-DD HH:mm:ss')}`,
    value: <span>{eventLine(event, say)}</span>,
  }));
  const waiting = [{ name: say(coachTexts.story), value: <QueryView query={query}>{() => null}</QueryView> }];
  return <DetailsDrawer title={title} lines={lines ?? waiting} onClose={onClose} />;
};
