import { idPattern } from '@tongcheng/shared/ids';
import { useOfficial } from '../client/official-context';
import { useOfficialNames } from '../client/official-names';
import { useSpeech } from './language';
import { uiTexts } from './texts';

/** How lists name an official: the reader as such, others by their name, by the end of an internal number where no name is known. */
export const officialName = (
  who: string,
  official: { readonly officialId: string; readonly login: string },
  names: ReadonlyMap<string, string>,
): { readonly kind: 'you' | 'installation' | 'timer' } | { readonly kind: 'named'; readonly name: string } => {
  if (who === official.officialId || who === official.login) return { kind: 'you' };
  if (who === 'installation' || who === 'timer') return { kind: who };
  return { kind: 'named', name: names.get(who) ?? (idPattern.test(who) ? `…${who.slice(-5)}` : who) };
};

/** Says who an official is. */
export const useOfficialName = (): ((who: string) => string) => {
  const { say } = useSpeech();
  const { session } = useOfficial();
  const { names } = useOfficialNames();
  return (who) => {
    const named = officialName(who, session, names);
    return named.kind === 'named' ? named.name : say(uiTexts[named.kind]);
  };
};
