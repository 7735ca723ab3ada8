import type { Text } from '@tongcheng/shared/text';
import { useSpeech } from '../../ui/language';

/** What something is: its name, and what stands for it. */
export type CaseFact = readonly [name: Text, value: string];

/** Facts below one another. */
export const FactList = ({ facts }: { readonly facts: readonly CaseFact[] }) => {
  const { say } = useSpeech();
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
