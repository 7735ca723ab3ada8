import type { HealthStatus } from '../../../ports/health-status';
import type { OutsideNeeds } from '../outside';

/** The health-code platform: `TONGCHENG_HEALTH_STATUS`. */
export interface HealthStatusPart {
  readonly needs: OutsideNeeds;
  readonly made: HealthStatus;
}
