import type { OfficialRole } from '../access';
import type { reportForms } from './wire';

/** Why an official opens a report: a closed list. */
export const openingReasons = ['oversight', 'epidemic-control', 'data-correction'] as const;
export type OpeningReason = (typeof openingReasons)[number];

/**
 * Whether a role may open a form of report for a reason (R-01, W-28): names and numbers only to fight the epidemic or to
 * set a record right, never to oversee; masked ones for each of the three.
 */
export const mayOpen = (
  roles: readonly OfficialRole[],
  form: (typeof reportForms)[number],
  reason: OpeningReason,
): boolean => {
  if (!roles.some((role) => role === 'bureau' || role === 'health')) return false;
  return form === 'masked' || reason !== 'oversight';
};
