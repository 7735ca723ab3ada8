import { saveCoachState } from '@tongcheng/city';
import { addOfficial } from '@tongcheng/cloudfunctions/app/oversight/appointments/appoint-official';
import type { ShowCredentials } from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { resetOfficial } from '@tongcheng/cloudfunctions/app/oversight/reset-official';
import { seedRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/seed-recipient';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import type { SimulatedProvince } from './simulated-province';

/** For whoever tries the product as an official of the province; and the simulation's own, whom nobody needs to know. */
const [official, clerk] = ['liaoning', 'liaoning-clerk'];

/** Where the morning's report of a city goes, by the city's English name; nobody's address. */
export const recipientOf = (cityName: string): string =>
  `bureau@${cityName.toLowerCase().replace(/[^a-z]/g, '')}.example`;

/**
 * What a real installation does by hand: appoints the officials of the province and names a recipient of each city's report.
 * The first one's sign-in is shown once; the clerk's stays in the file of the simulation.
 */
export async function appointOfficials(
  container: Container,
  { province, state, stateFile }: SimulatedProvince,
  show: ShowCredentials,
): Promise<void> {
  const cities = province.cities.map(({ city }) => city);
  await addOfficial(container, official, { roles: ['bureau', 'operator'], cities }, show);
  if (!state.clerk) {
    const keep: ShowCredentials = async ([made]) => {
      if (made) state.clerk = made;
      saveCoachState(stateFile, state);
    };
    const added = await addOfficial(container, clerk, { roles: ['bureau', 'administrator'], cities }, keep);
    if (added === 'exists') await resetOfficial(container, clerk, cities, keep);
  }
  for (const { city, name } of province.cities)
    await seedRecipient(container, city, recipientOf(name.en), 'full', ['coaches']);
}
