import { liveSubject } from '@tongcheng/shared/rides/live-code';
import type { DayVault } from '../../../vault/vault';

/** The key of a scan's live codes: the same each time it is asked for, kept nowhere, unknown to whoever lacks the day's key. */
export const liveKeyOf = (dayVault: DayVault, scanId: string): string => dayVault.pseudonym(liveSubject(scanId));
