import Steps from 'antd/es/steps';
import { useSpeech } from '../../../ui/language';
import { halvesTexts } from './officials-texts';

const steps = ['proposed', 'approved', 'setUp'] as const;

/** How far a sign-in by two halves has come: proposed with a code, approved with a link, set up by the official. */
export const HalvesSteps = ({ done }: { readonly done: 0 | 1 | 2 }) => {
  const { say } = useSpeech();
  return (
    <div data-part="halves" data-done={done}>
      <Steps
        size="small"
        current={done}
        items={steps.map((step) => ({
          title: <span>{say(halvesTexts[step])}</span>,
          content: <span>{say(halvesTexts[`${step}Hint`])}</span>,
        }))}
      />
    </div>
  );
};
