/** Whether somebody may be looking: a mini-program hides its pages together with itself. */
export { useInFront as useLookedAt } from './in-front';
