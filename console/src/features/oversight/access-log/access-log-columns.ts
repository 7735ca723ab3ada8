import { idPattern } from '@tongcheng/shared/ids';
import type { AccessRow } from '@tongcheng/shared/oversight/wire';
import type { Text } from '@tongcheng/shared/text';
import { formatInstant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../../kit/table-view';
import type { Say } from '../../../ui/language';
import { accessLogTexts, actorTexts, countTexts, ownReasonTexts, purposeTexts } from './access-log-texts';

const wordOr = (text: Text | undefined, as: string, say: Say): string => (text ? say(text) : as);

const whoText = ({ actor, name }: AccessRow, say: Say): string =>
  name === undefined ? say(actorTexts[actor]) : `${say(actorTexts[actor])} ${name}`;

/** What nobody can read stands in the details; here its end is enough to tell one from another. */
const aboutText = ({ aboutName, about }: AccessRow): string => {
  if (aboutName !== undefined) return aboutName;
  return idPattern.test(about) ? `…${about.slice(-5)}` : about;
};

const reasonText = ({ reason, counts }: AccessRow, say: Say): string =>
  [
    ...(reason === undefined ? [] : [wordOr(ownReasonTexts[reason], reason, say)]),
    ...Object.entries(counts).map(([name, count]) => `${wordOr(countTexts[name], name, say)} ${count}`),
  ].join(' · ');

/** The columns of the access log; numbers of entries and things are told by the details. */
export const accessLogColumns: readonly TableColumn<AccessRow>[] = [
  {
    id: 'time',
    name: accessLogTexts.time,
    text: ({ at }) => formatInstant(at),
    order: ({ at, entry }) => `${String(at).padStart(15, '0')} ${entry}`,
    kind: 'head',
  },
  { id: 'who', name: accessLogTexts.actor, text: whoText, order: ({ actor, name = '' }) => `${actor} ${name}` },
  {
    id: 'purpose',
    name: accessLogTexts.purpose,
    text: ({ purpose }, say) => say(purposeTexts[purpose]),
    order: ({ purpose }) => purpose,
  },
  { id: 'object', name: accessLogTexts.object, text: aboutText, order: aboutText, kind: 'answer' },
  { id: 'reason', name: accessLogTexts.reason, text: reasonText, kind: 'answer' },
];
