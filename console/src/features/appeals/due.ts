import { hourMs, type Instant } from '@tongcheng/shared/time';

/** How an appeal's time stands: whole hours left, or overdue. */
export const dueState = (dueAt: Instant, now: Instant): { readonly overdue: boolean; readonly hours: number } => ({
  overdue: now >= dueAt,
  hours: Math.max(0, Math.floor((dueAt - now) / hourMs)),
});
