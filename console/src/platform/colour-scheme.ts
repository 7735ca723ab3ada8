import { lastingStorage } from './text-storage';

/** How the console looks: as the system says, or always light or dark. */
export const schemeChoices = ['system', 'light', 'dark'] as const;
export type ChosenScheme = (typeof schemeChoices)[number];

const storage = lastingStorage('tongcheng.scheme');
const listeners = new Set<() => void>();
const system = () => matchMedia('(prefers-color-scheme: dark)');
const paper = () => matchMedia('print');
/** Said by the browser before it lays a page out for paper; not every one tells it by its media query in time. */
let isPrinting = false;

/** What was chosen on this browser. */
export const readScheme = (): ChosenScheme => schemeChoices.find((choice) => choice === storage.read()) ?? 'system';

/** What is shown now. Paper is white, whatever was chosen: the kit has its colours from here, and no rule of a style sheet reaches them. */
export const shownScheme = (): 'light' | 'dark' => {
  if (isPrinting || paper().matches) return 'light';
  const choice = readScheme();
  if (choice !== 'system') return choice;
  return system().matches ? 'dark' : 'light';
};

const show = () => {
  document.documentElement.dataset.scheme = shownScheme();
  for (const listener of listeners) listener();
};

/** Remembers the choice and shows it. */
export const chooseScheme = (choice: ChosenScheme): void => {
  storage.write(choice === 'system' ? undefined : choice);
  show();
};

/** Shows what was chosen, and follows the system from now on where that was chosen. For pages that can be dark. */
export const startScheme = (): void => {
  show();
  system().addEventListener('change', show);
  paper().addEventListener('change', show);
  for (const [event, printing] of [
    ['beforeprint', true],
    ['afterprint', false],
  ] as const)
    window.addEventListener(event, () => {
      isPrinting = printing;
      show();
    });
};

/** Tells of every change; gives the end of it. */
export const watchScheme = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
