import type { OfficialChangeRow } from '@tongcheng/shared/oversight/official-change';
import { useSpeech } from '../../../ui/language';
import { decisionTexts } from './officials-texts';
import type { useAppointmentWords } from './use-appointment-words';

interface Props {
  readonly change: Pick<OfficialChangeRow, 'before' | 'after'>;
  readonly words: ReturnType<typeof useAppointmentWords>;
}

/** What a change is about, in words: roles and places, and what becomes of them where they change. */
export const ChangeContent = ({ change: { before, after }, words }: Props) => {
  const { say } = useSpeech();
  const now = before ?? after;
  if (!now) return null;
  const next = after ?? now;
  const roles = { before: words.roles(now.roles), after: words.roles(next.roles) };
  const places = { before: words.places(now), after: words.places(next) };
  return (
    <ul className="change-content" data-part="change-content">
      <li>
        {roles.before === roles.after
          ? say(decisionTexts.rolesAre, { list: roles.after })
          : say(decisionTexts.rolesFromTo, roles)}
      </li>
      <li>
        {places.before === places.after
          ? say(decisionTexts.placesAre, { list: places.after })
          : say(decisionTexts.placesFromTo, places)}
      </li>
    </ul>
  );
};
