import type { HealthCodePages } from '@tongcheng/shared/venues/ways-in';
import { type OpenedElsewhere, openLink } from './open-link';

/** Opens where a health status is completed, as this platform does it (W-06). */
export const openHealthCode = ({ web }: HealthCodePages): Promise<OpenedElsewhere> => openLink(web);
