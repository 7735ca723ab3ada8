import type { Text } from '@tongcheng/shared/text';
import { arrivalAnswers, arrivalQuestions, arrivalWords } from '../texts/arrival-manual-texts';
import { crewAnswers, crewQuestions, crewWords } from '../texts/crew-manual-texts';
import { passengerAnswers, passengerQuestions, passengerWords } from '../texts/passenger-manual-texts';

/** A question of a manual with its answer. */
export interface ManualEntry {
  readonly id: string;
  readonly question: Text;
  readonly answer: Text;
  /** Other words by which it is found. */
  readonly words: Text;
}

const entriesOf = <K extends string>(
  questions: Readonly<Record<K, Text>>,
  answers: Readonly<Record<NoInfer<K>, Text>>,
  words: Readonly<Record<NoInfer<K>, Text>>,
): readonly ManualEntry[] =>
  keysOf(questions).map((id) => ({ id, question: questions[id], answer: answers[id], words: words[id] }));

const keysOf = <K extends string>(questions: Readonly<Record<K, Text>>): readonly K[] =>
  Object.keys(questions).filter((key): key is K => key in questions);

/** L-14: the three parts, each with its manual. */
export const manualParts = {
  passenger: entriesOf(passengerQuestions, passengerAnswers, passengerWords),
  crew: entriesOf(crewQuestions, crewAnswers, crewWords),
  arrival: entriesOf(arrivalQuestions, arrivalAnswers, arrivalWords),
} as const;

/** A part of the coaches' side that has a manual. */
export type ManualPart = keyof typeof manualParts;

/** The part that an address names; the passengers' for every other. */
export const partIn = (named: string | undefined): ManualPart =>
  named === 'crew' || named === 'arrival' ? named : 'passenger';
