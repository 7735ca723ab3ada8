import { Component, Fragment, type ReactNode } from 'react';
import { useSpeech } from './language';
import { uiTexts } from './texts';

interface State {
  readonly isBroken: boolean;
  /** Drawn anew from nothing under each number. */
  readonly round: number;
}

const shortestPauseMs = 250;
const longestPauseMs = 10_000;
/** A page that stood for so long is whole: the next fault is the first one again. */
const wholeAfterMs = 30_000;

/**
 * A page whose drawing fails is drawn anew by itself, after pauses that double: a tablet at a door has nobody who reloads it.
 * What is kept in the browser (session, venue, language) is there again; what was only on the screen is asked for anew.
 */
export class RecoveringPage extends Component<{ readonly children: ReactNode }, State> {
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

const Restoring = () => {
  const { say } = useSpeech();
  return (
    <main className="door" data-part="restoring">
      <p className="notice" role="alert">
        {say(uiTexts.restoring)}
      </p>
    </main>
  );
};
