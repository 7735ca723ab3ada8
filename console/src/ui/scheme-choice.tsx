import { useSyncExternalStore } from 'react';
import { chooseScheme, readScheme, schemeChoices, watchScheme } from '../platform/colour-scheme';
import { useSpeech } from './language';
import { uiTexts } from './texts';

const names = { system: uiTexts.schemeSystem, light: uiTexts.schemeLight, dark: uiTexts.schemeDark } as const;

/** Whether the console is light or dark; kept by the browser. */
export const SchemeChoice = () => {
  const { say } = useSpeech();
  const chosen = useSyncExternalStore(watchScheme, readScheme);
  const choose = (word: string) => chooseScheme(schemeChoices.find((choice) => choice === word) ?? 'system');
  return (
    <select
      name="scheme"
      aria-label={say(uiTexts.scheme)}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {schemeChoices.map((choice) => (
        <option key={choice} value={choice}>
          {say(names[choice])}
        </option>
      ))}
    </select>
  );
};
