import { useSpeech } from '../ui/language';
import { LanguageSwitch } from '../ui/language-switch';
import type { StaffAction } from './staff-actions';
import { verifyTexts } from './texts';
import type { Loudness } from './use-sounds';

const loudnessTexts = {
  on: verifyTexts.soundOn,
  muted: verifyTexts.soundOff,
  asleep: verifyTexts.soundAsleep,
} as const;

interface Props {
  readonly loudness: Loudness;
  readonly isLarge: boolean;
  readonly onSound: () => void;
  readonly actions: readonly StaffAction[];
  readonly onAction: (id: StaffAction['id']) => void;
  readonly onLarge: () => void;
  readonly onVenue: (() => void) | undefined;
  readonly onSignOut: () => void;
}

/** What is needed seldom: sound, type size, language, venue, sign-out. */
export const Toolbar = ({ loudness, isLarge, actions, onSound, onAction, onLarge, onVenue, onSignOut }: Props) => {
  const { say } = useSpeech();
  return (
    <nav className="toolbar">
      {actions.map(({ id, name }) => (
        <button key={id} type="button" className="quiet" data-part={`${id}-button`} onClick={() => onAction(id)}>
          {say(name)}
        </button>
      ))}
      <button type="button" className="quiet" data-part="sound" aria-pressed={loudness !== 'muted'} onClick={onSound}>
        {say(loudnessTexts[loudness])}
      </button>
      <button type="button" className="quiet" data-part="large" aria-pressed={isLarge} onClick={onLarge}>
        {say(verifyTexts.large)}
      </button>
      <LanguageSwitch />
      {onVenue && (
        <button type="button" className="quiet" onClick={onVenue}>
          {say(verifyTexts.changeVenue)}
        </button>
      )}
      <button type="button" className="quiet" data-part="sign-out" onClick={onSignOut}>
        {say(verifyTexts.signOut)}
      </button>
    </nav>
  );
};
