import type { RulesOfCity } from '@tongcheng/shared/oversight/terms-api';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { type Say, useSpeech } from '../../../ui/language';

type PlaceNames = RulesOfCity['named'];

/** What rules are told with: the language, and what their lines and venues are called. */
export interface RuleWords {
  readonly say: Say;
  readonly named: PlaceNames;
}

const nothing: PlaceNames = { lines: [], venues: [], placeSets: [] };
const NamesContext = createContext({ named: nothing, learn: (_found: Partial<PlaceNames>): void => undefined });

/** Gives what is below the names of lines and venues that came with the rules; those found while a rule is written are added. */
export const RuleNamesProvider = ({
  named = nothing,
  children,
}: {
  readonly named: PlaceNames | undefined;
  readonly children: ReactNode;
}) => {
  const [found, setFound] = useState(nothing);
  const learn = ({ lines = [], venues = [] }: Partial<PlaceNames>) =>
    setFound((before) => ({ ...before, lines: [...before.lines, ...lines], venues: [...before.venues, ...venues] }));
  const lines = [...named.lines, ...found.lines];
  const all = { ...named, lines, venues: [...named.venues, ...found.venues] };
  return <NamesContext.Provider value={{ named: all, learn }}>{children}</NamesContext.Provider>;
};

/** The words of rules, and how more names are learnt. */
export const useRuleWords = () => {
  const { say } = useSpeech();
  return { say, ...useContext(NamesContext) };
};
