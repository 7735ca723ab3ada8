import type { Instant } from '@tongcheng/shared/time';
import { ChoiceFilter } from '../../../kit/choice-filter';
import { useSpeech } from '../../../ui/language';
import { useAddressState } from '../../../ui/use-address-state';
import { termsTexts } from './terms-texts';

/** What holds from one instant to another, or until it is replaced. */
export interface HeldFor {
  readonly from: Instant;
  readonly to?: Instant | undefined;
}

const states = ['now', 'coming', 'over'] as const;

/** Whether it holds now, will or did. */
export const termStateOf = ({ from, to }: HeldFor, now: Instant): (typeof states)[number] => {
  if (now < from) return 'coming';
  return to === undefined || now < to ? 'now' : 'over';
};

/** Those in one state, kept in the address; without a choice all, those that hold first. */
export const useTermStates = <T extends HeldFor>(part: string, terms: readonly T[], now: Instant) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState(part, ['state']);
  const state = states.find((known) => known === read('state'));
  const shown = states
    .filter((known) => state === undefined || known === state)
    .flatMap((known) => terms.filter((term) => termStateOf(term, now) === known));
  const filter = (
    <ChoiceFilter
      label={say(termsTexts.when)}
      name={`${part}-state`}
      value={state ?? ''}
      choices={states.map((known) => ({ value: known, label: say(termsTexts[known]) }))}
      all={say(termsTexts.always)}
      onChange={(value) => write({ state: value })}
    />
  );
  return { shown, filter };
};
