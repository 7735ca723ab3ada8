import type { StaffRole } from '@tongcheng/shared/access';
import type { ExceptionReason, RefusalReason } from '@tongcheng/shared/rides/boarding-reasons';
import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { useEffect, useState } from 'react';
import { useClient } from '../client/client-context';
import { useQuery } from '../client/use-query';
import { keepAwake } from '../platform/wake-lock';
import { useSpeech } from '../ui/language';
import { venueLine } from '../ui/venue-line';
import { Figures } from './figures';
import { stageOf } from './focus';
import { freshnessOf, useNow } from './freshness';
import { GuideButton } from './guide-button';
import { MinuteWordCard } from './minute-word-card';
import { RecentList } from './recent-list';
import { soundFor } from './sounds';
import { type StaffAction, staffActionsOf } from './staff-actions';
import { StaffGuide } from './staff-guide';
import { StatusLine } from './status-line';
import { verifyTexts } from './texts';
import { Toolbar } from './toolbar';
import { useFeed } from './use-feed';
import { useKeys } from './use-keys';
import { useSounds } from './use-sounds';
import { useStage } from './use-stage';
import { VerdictPanel } from './verdict-panel';

interface Props {
  readonly venue: VenueView;
  /** Whose actions are offered. */
  readonly staffRole: StaffRole;
  readonly clock: () => Instant;
  /** An id of this instant. */
  readonly makeId: (at: Instant) => string;
  readonly isLarge: boolean;
  readonly onLarge: () => void;
  readonly onVenue: (() => void) | undefined;
  readonly onSignOut: () => void;
}

/** What lies over the screen; one at a time. */
type Opened = StaffAction['id'] | 'guide';

/** The screen at a venue: the last verdict large, what came before it, the word of the minute, and three acts. */
export const VerificationScreen = ({
  venue,
  staffRole,
  clock,
  makeId,
  isLarge,
  onLarge,
  onVenue,
  onSignOut,
}: Props) => {
  const { say } = useSpeech();
  const client = useClient();
  const here = useNow(clock, 500);
  const sound = useSounds();
  const stage = useStage(venue.venueId);
  const [open, setOpen] = useState<Opened>();
  const actions = staffActionsOf(staffRole);
  const action = actions.find(({ id }) => id === open);
  const close = () => setOpen(undefined);
  // Loaded at once, so that the guide is there when the network goes.
  const guide = useQuery((caller) => caller.call('venues.get-city', { city: venue.city }), venue.city);
  const { feed, noteRefusal, noteException, noteAssistedScan } = useFeed({
    client,
    venueId: venue.venueId,
    clock,
    onArrival: (arrival) => {
      stage.arrive(arrival, clock() + arrival.feed.offsetMs);
      const sounded = arrival.first ? undefined : soundFor(arrival.fresh);
      if (sounded) sound.play(sounded);
    },
    onLost: () => sound.play('offline'),
  });
  useEffect(keepAwake, []);

  const at = here + feed.offsetMs;
  const freshness = freshnessOf(feed, here);
  const shown = stageOf(stage.focus, feed.items, at);
  const item = shown.kind === 'waiting' ? undefined : shown.item;
  const isTrusted = freshness === 'live' || freshness === 'retrying';
  const word = feed.last?.minuteWord;
  const next = () => stage.next(feed.items, at);
  const refused = (reason: RefusalReason, recordedAt: Instant) => {
    if (item) noteRefusal(item.scanId, reason, recordedAt);
    stage.markHandled();
    close();
  };
  const letOn = (reason: ExceptionReason, recordedAt: Instant) => {
    if (item) noteException(item.scanId, reason, recordedAt);
    stage.markHandled();
    close();
  };
  const registered = (made: FeedScan) => {
    noteAssistedScan(made);
    stage.choose(made.scanId, at);
    const sounded = soundFor([made]);
    if (sounded) sound.play(sounded);
    close();
  };
  const toggleGuide = () => {
    if (open !== 'guide' && !guide.value && !guide.isLoading) guide.refetch();
    setOpen(open === 'guide' ? undefined : 'guide');
  };
  const shownWord = isTrusted && word && at < word.validUntil ? word.word : undefined;
  useKeys(
    action
      ? {}
      : {
          ...Object.fromEntries(actions.map(({ id, key }) => [key, () => setOpen(id)])),
          n: next,
          m: sound.toggle,
          l: onLarge,
          '?': toggleGuide,
          ...(open === 'guide' && { escape: close }),
        },
  );

  return (
    <main className={freshness === 'stale' ? 'live is-stale' : 'live'} data-part="live" data-venue={venue.venueId}>
      <header className="live-head">
        <h1>{venueLine(feed.last?.venue ?? venue, say)}</h1>
        <div className="head-right">
          <StatusLine feed={feed} freshness={freshness} />
          <GuideButton isOpen={open === 'guide'} onTouch={toggleGuide} />
        </div>
      </header>
      <VerdictPanel
        stage={shown}
        isStale={freshness === 'stale'}
        venue={venue}
        at={at}
        word={shownWord}
        behind={stage.focus.behind}
      />
      <div className="acts">
        {actions
          .filter(({ place }) => place === 'verdict')
          .map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className={`act-${id}`}
              data-part={`${id}-button`}
              onClick={() => setOpen(id)}
            >
              {say(name)}
            </button>
          ))}
        <button type="button" className="primary" data-part="next-button" onClick={next}>
          {say(verifyTexts.next)}
        </button>
      </div>
      <aside className={open === 'guide' ? 'side has-guide' : 'side'}>
        <MinuteWordCard word={shownWord} />
        {feed.last && <Figures last={feed.last} />}
        <RecentList items={feed.items} at={at} onPick={(scanId) => stage.choose(scanId, at)} />
        {open === 'guide' && <StaffGuide query={guide} onClose={close} />}
      </aside>
      <Toolbar
        loudness={sound.loudness}
        isLarge={isLarge}
        onSound={sound.toggle}
        actions={actions.filter(({ place }) => place === 'toolbar')}
        onAction={setOpen}
        onLarge={onLarge}
        onVenue={onVenue}
        onSignOut={onSignOut}
      />
      {action && (
        <action.Dialog
          venue={venue}
          item={item}
          now={() => clock() + feed.offsetMs}
          makeId={makeId}
          onRefused={refused}
          onLetOn={letOn}
          onRegistered={registered}
          onClose={close}
        />
      )}
    </main>
  );
};
