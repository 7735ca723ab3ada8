import Tour from 'antd/es/tour';
import { useState } from 'react';
import { KitProvider } from '../../kit/kit-provider';
import { tourStorage } from '../../platform/text-storage';
import { useSpeech } from '../../ui/language';
import { tourTexts } from './texts';

/** Where there is no room in the head, sections, appearance and name are behind the menu. */
const targets = [
  '.section-nav, [data-act="menu"]',
  'header .city',
  '#content',
  'header select[name="scheme"], [data-part="language"]',
  '[data-part="login"], [data-act="menu"]',
] as const;

/** Five steps around the frame at the first sign-in; Escape, the cross and the last button end it for good. The page stays in reach. */
export const FirstTour = () => {
  const { say } = useSpeech();
  const [open, setOpen] = useState(true);
  const end = () => {
    tourStorage.write('seen');
    setOpen(false);
  };
  const steps = targets.map((target, at) => ({
    title: say(tourTexts.titles[at] ?? tourTexts.end),
    description: say(tourTexts.words[at] ?? tourTexts.end),
    target: () => document.querySelector<HTMLElement>(target) ?? document.body,
    nextButtonProps: { children: say(at === targets.length - 1 ? tourTexts.end : tourTexts.next), autoFocus: true },
    prevButtonProps: { children: say(tourTexts.back) },
  }));
  return (
    <KitProvider>
      <Tour open={open} onClose={end} onFinish={end} mask={false} steps={steps} />
    </KitProvider>
  );
};
