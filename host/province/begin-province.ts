import type { ShowCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import type { Config } from '@tongcheng/cloudfunctions/wiring/config';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { appointOfficials } from './appoint-officials';
import { inviteVisitors, type ProvinceInvitation } from './invite-visitors';
import { type LivingProvince, openOffice } from './live-province';
import type { SimulatedProvince } from './simulated-province';

/** What beginning takes of the host. */
interface ProvinceNeeds {
  readonly config: Config;
  readonly container: Container;
  readonly showCredentials: ShowCredentials;
}

/** Appoints the officials where they are not yet, and opens the office of the clerk; the gateway answers at `url`. */
export async function beginProvince(
  simulated: SimulatedProvince,
  { config, container, showCredentials }: ProvinceNeeds,
  url: string,
): Promise<{ readonly living: LivingProvince; readonly invitations: readonly ProvinceInvitation[] }> {
  await appointOfficials(container, simulated, showCredentials);
  const office = openOffice(simulated, container, url);
  const invitations = await inviteVisitors(container, simulated, office);
  return { living: { simulated, config, container, ...office }, invitations };
}
