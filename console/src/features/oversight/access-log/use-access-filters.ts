import { accessPurposes } from '@tongcheng/shared/oversight/wire';
import { addDays, type Day } from '@tongcheng/shared/time';
import { plainLine } from '@tongcheng/shared/typed-text';
import { useAddressState } from '../../../ui/use-address-state';
import type { AccessFilters } from './access-log-filters';

const dayIn = (text: string | undefined): Day | undefined =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;

/** What is asked of the log and which page of it is shown, as the address has them: a link shows the same, and Back goes a page back. */
export const useAccessFilters = (today: Day) => {
  const { read, write } = useAddressState('log', ['from', 'to', 'purpose', 'who', 'about', 'after']);
  const asked: AccessFilters = {
    from: dayIn(read('from')) ?? addDays(today, -6),
    to: dayIn(read('to')) ?? today,
    purpose: accessPurposes.find((known) => known === read('purpose')) ?? '',
    who: read('who') ?? '',
    about: read('about') ?? '',
  };
  const search = (filters: AccessFilters): void => write({ ...filters, after: undefined });
  const turnTo = (after: string | undefined): void => write({ after });
  return { asked, after: read('after'), search, turnTo };
};

/** The filters as the server takes them. */
export function inputOf({ from, to, purpose, who, about }: AccessFilters) {
  const [person, thing] = [plainLine(who), plainLine(about)];
  return {
    ...{ from, to },
    ...(purpose !== '' && { purpose }),
    ...(person !== '' && { who: person }),
    ...(thing !== '' && { about: thing }),
  };
}
