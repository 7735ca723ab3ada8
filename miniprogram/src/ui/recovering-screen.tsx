import { Component, Fragment, type ReactNode } from 'react';
import { Skeleton } from './placeholders';
import { texts, useSay } from './words';

interface State {
  readonly isBroken: boolean;
  /** Drawn anew from nothing under each number. */
  readonly round: number;
}

const shortestPauseMs = 250;
const longestPauseMs = 10_000;
/** A screen that stood for so long is whole: the next fault is the first one again. */
const wholeAfterMs = 30_000;

/**
 * A screen whose drawing fails is drawn anew by itself, after pauses that double. What the phone keeps (session, scans, the last
 * verdict, what was typed) is there again.
 */
export class RecoveringScreen extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { isBroken: false, round: 0 };
  private faults = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): Partial<State> {
    return { isBroken: true };
  }

  override componentDidCatch(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.drawAnew, Math.min(longestPauseMs, shortestPauseMs * 2 ** this.faults));
    this.faults += 1;
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer);
  }

  private readonly drawAnew = (): void => {
    this.setState(({ round }) => ({ isBroken: false, round: round + 1 }));
    this.timer = setTimeout(() => {
      this.faults = 0;
    }, wholeAfterMs);
  };

  override render(): ReactNode {
    if (this.state.isBroken) return <Restoring />;
    return <Fragment key={this.state.round}>{this.props.children}</Fragment>;
  }
}

const recoveringTexts = texts({
  restoring: { zh: '画面出了问题，正在自动恢复。', en: 'Something went wrong with this page. It restores itself.' },
});

function Restoring() {
  return <Skeleton lines={5} label={useSay()(recoveringTexts.restoring)} />;
}
