import type { TableColumn } from '../../kit/table-view';
import { formatCount } from '../../ui/format';
import type { Say } from '../../ui/language';
import { modeTexts } from '../../ui/mode-texts';
import type { DayRefusal } from './live-figures';
import { refusalTexts } from './refusal-texts';

const lineOf = ({ line }: DayRefusal, say: Say): string => (line ? say(line) : '—');

/** The columns of refusals by day, line and reason. */
export const refusalTableColumns = (say: Say): readonly TableColumn<DayRefusal>[] => [
  { id: 'day', name: refusalTexts.day, text: ({ day }) => day, order: ({ day }) => day },
  { id: 'mode', name: refusalTexts.mode, text: ({ mode }) => say(modeTexts[mode]), order: ({ mode }) => mode },
  { id: 'line', name: refusalTexts.line, text: (row) => lineOf(row, say), order: (row) => lineOf(row, say) },
  {
    id: 'outcome',
    name: refusalTexts.outcome,
    text: ({ outcome }) => say(refusalTexts[outcome]),
    order: ({ outcome }) => outcome,
  },
  { id: 'by', name: refusalTexts.by, text: ({ by }) => say(refusalTexts[by]), order: ({ by }) => by },
  { id: 'why', name: refusalTexts.why, text: ({ why }) => say(why), order: ({ why }) => say(why), kind: 'head' },
  {
    id: 'people',
    name: refusalTexts.people,
    text: ({ people }) => formatCount(people),
    order: ({ people }) => people,
    kind: 'number',
  },
];
