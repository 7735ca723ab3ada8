import { wallOf } from '@tongcheng/city';
import { giveFirstOfficialsCities } from '@tongcheng/cloudfunctions/app/oversight/cities-of-first-officials';
import { invite } from '@tongcheng/cloudfunctions/app/oversight/create-invitation';
import { createFirstOfficials, demonstrationOfficials } from '@tongcheng/cloudfunctions/app/oversight/first-officials';
import type {
  OfficialCredentials,
  ShowCredentials,
} from '@tongcheng/cloudfunctions/app/oversight/official-credentials';
import { seedRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/seed-recipient';
import type { Container } from '@tongcheng/cloudfunctions/wiring/container';
import { type Mode, modes } from '@tongcheng/shared/venues/kinds';
import { cityCodes } from './bring-cities';
import type { StreetPosters } from './city/posters';
import { cityCode, type SimulatedCity } from './city/simulated-city';
import type { ProvinceInvitation } from './province/invite-visitors';

/** What is shown once and stored nowhere. */
export interface FirstStart {
  /** Of the first officials; empty on later starts. */
  readonly credentials: readonly OfficialCredentials[];
  /** For the verification screen, of the simulated city only; a new one at each start. */
  readonly invitation?: { readonly invitation: string; readonly link: string };
  /** For the coach staff of the simulated province, new ones at each start. */
  readonly ofProvince?: readonly ProvinceInvitation[];
}

/** Recipients of the simulated city's reports; a real installation adds its own in the console, by two persons. */
export const demonstrationRecipients = [
  { address: 'bureau@wuhan.example', form: 'full' },
  { address: 'statistics@wuhan.example', form: 'masked' },
] as const;

/** As many of each mode as the wall shows at first: whichever poster is clicked there, the printed invitation holds its venue. */
const invitedOfMode = 6;

/** Creates what a start needs and has not: officials, recipients and an invitation for the simulated city. */
export async function firstStart(
  container: Container,
  city: SimulatedCity | undefined,
  posters: StreetPosters,
  { showCredentials, say }: { readonly showCredentials: ShowCredentials; readonly say: (line: string) => void },
): Promise<FirstStart> {
  const served = await cityCodes(container);
  // The city that lives opens first in the console.
  const codes = city ? [cityCode, ...served.filter((code) => code !== cityCode)] : served;
  const credentials = await createFirstOfficials(container, codes, showCredentials, city ? demonstrationOfficials : []);
  for (const login of await giveFirstOfficialsCities(container, codes))
    say(`管理人员 ${login} 可管理全部城市 official ${login} now serves every city`);
  if (!city) return { credentials };
  for (const { address, form } of demonstrationRecipients) await seedRecipient(container, cityCode, address, form);
  const wall = wallOf(city.network, posters, { name: { zh: '', en: '' }, addresses: {} });
  const firstOf = (mode: Mode) => wall.posters.filter((poster) => poster.mode === mode).slice(0, invitedOfMode);
  const venueIds = modes.flatMap(firstOf).map(({ venueId }) => venueId);
  const wanted = { city: cityCode, role: 'inspector', venueIds, validHours: 24, invitedBy: 'installation' } as const;
  return { credentials, invitation: await invite(container, wanted) };
}
