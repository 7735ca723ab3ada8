import type { FeedScan } from '@tongcheng/shared/rides/wire';
import type { Instant } from '@tongcheng/shared/time';
import type { VenueView } from '@tongcheng/shared/venues/wire';
import { useEffect, useState } from 'react';
import { useClient } from '../client/client-context';
import { useQuery } from '../client/use-query';
import { keepAwake } from '../platform/wake-lock';
import { useSpeech } from '../ui/language';
import { venueLine } from '../ui/venue-line';
import { CheckDialog } from './check-dialog';
import { EntryDialog } from './entry-dialog';
import { entryTexts } from './entry-texts';
import { Figures } from './figures';
import { stageOf } from './focus';
import { freshnessOf, useNow } from './freshness';
import { GuideButton } from './guide-button';
import { MinuteWordCard } from './minute-word-card';
import { RecentList } from './recent-list';
import type { RefusalReason } from './refusal-reasons';
import { RefuseDialog } from './refuse-dialog';
import { soundFor } from './sounds';
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
  readonly clock: () => Instant;
  /** An id of this instant. */
  readonly makeId: (at: Instant) => string;
  readonly isLarge: boolean;
  readonly onLarge: () => void;
  readonly onVenue: (() => void) | undefined;
  readonly onSignOut: () => void;
}

/** What lies over the screen; one at a time. */
type Opened = 'refuse' | 'enter' | 'check' | 'guide';

/** The screen at a venue: the last verdict large, what came before it, the word of the minute, and three acts. */
export const VerificationScreen = ({ venue, clock, makeId, isLarge, onLarge, onVenue, onSignOut }: Props) => {
  const { say } = useSpeech();
  const client = useClient();
  const here = useNow(clock, 500);
  const sound = useSounds();
  const stage = useStage();
  const [open, setOpen] = useState<Opened>();
  const close = () => setOpen(undefined);
  // Loaded at once, so that the guide is there when the network goes.
  const guide = useQuery((caller) => caller.call('venues.get-city', { city: venue.city }), venue.city);
  const { feed, noteRefusal, noteEntry } = useFeed({
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
  const entered = (made: FeedScan) => {
    noteEntry(made);
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
    open === 'refuse' || open === 'enter' || open === 'check'
      ? {}
      : {
          c: () => setOpen('check'),
          r: () => setOpen('refuse'),
          e: () => setOpen('enter'),
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
        <button type="button" className="act-refuse" data-part="refuse-button" onClick={() => setOpen('refuse')}>
          {say(verifyTexts.refuse)}
        </button>
        <button type="button" className="act-enter" data-part="enter-button" onClick={() => setOpen('enter')}>
          {say(entryTexts.open)}
        </button>
        <button type="button" className="primary" data-part="next-button" onClick={next}>
          {say(verifyTexts.next)}
        </button>
      </div>
      <aside className={open === 'guide' ? 'side has-guide' : 'side'}>
        <MinuteWordCard word={shownWord} />
        {feed.last && <Figures last={feed.last} />}
        <RecentList items={feed.items} onPick={(scanId) => stage.choose(scanId, at)} />
        {open === 'guide' && <StaffGuide query={guide} onClose={close} />}
      </aside>
      <Toolbar
        loudness={sound.loudness}
        isLarge={isLarge}
        onSound={sound.toggle}
        onCheck={() => setOpen('check')}
        onLarge={onLarge}
        onVenue={onVenue}
        onSignOut={onSignOut}
      />
      {open === 'check' && <CheckDialog venueId={venue.venueId} onClose={close} />}
      {open === 'enter' && (
        <EntryDialog
          venue={venue}
          now={() => clock() + feed.offsetMs}
          makeId={makeId}
          onEntered={entered}
          onClose={close}
        />
      )}
      {open === 'refuse' && (
        <RefuseDialog
          venueId={venue.venueId}
          item={item}
          makeId={() => makeId(at)}
          onRecorded={refused}
          onClose={close}
        />
      )}
    </main>
  );
};
