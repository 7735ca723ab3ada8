import { beginCheck } from '@tongcheng/cloudfunctions/app/passes/begin-check';
import { finishCheck } from '@tongcheng/cloudfunctions/app/passes/finish-check';
import { cities } from '@tongcheng/cloudfunctions/app/venues/records';
import type { RiderCaller } from '@tongcheng/shared/caller';
import { publicKeyText } from '@tongcheng/shared/credentials/public-key';
import { citizenCheck } from '@tongcheng/shared/identity/documents/citizen-number';
import { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { newSigner } from '../credentials/keys';
import { type FamilyTown, openFamilyTown, person } from '../world/family-town';
import { townSettings } from '../world/installation';
import { aCity } from '../world/records';
import { agreed, answered, callerIn } from '../world/rider';

const counters = [
  {
    name: { zh: '公安制证窗口', en: 'Police counter' },
    where: { zh: '进站厅东侧', en: 'East side of the hall' },
    hours: { zh: '6:00–23:00', en: '06:00–23:00' },
  },
];

/** Cities that give passes; nothing else is said of them here. */
export const passCities = Array.from({ length: 10 }, (_, place) => `11${place}000`);

/** A town whose first city is 110000; all of {@link passCities} give passes, 420100 gives none. */
export async function openPassTown(seed: string) {
  const town = await openFamilyTown(seed);
  for (const city of passCities) {
    const settings = CitySettings.parse({ ...townSettings, city, capabilities: { city: {}, passes: { counters } } });
    await town.store.insert(cities, aCity(settings));
  }
  return town;
}

const numbered = (head: string) => `${head}${citizenCheck(head)}`;

/** Residents of the register; nobody real. The third is a child. */
export const residents = [
  person(0, { documentKind: 'resident-id', documentNumber: numbered('42010619900307234') }),
  person(1, { documentKind: 'resident-id', documentNumber: numbered('42010619880512117') }),
  person(2, { documentKind: 'resident-id', documentNumber: numbered('42010620160512113') }),
] as const;

/** What somebody types who is not signed in. */
export const typed = ({ name, documentKind, documentNumber } = residents[0]) => ({
  name,
  documentKind,
  documentNumber,
});

/** A session without a person, on a phone of its own. */
export async function stranger({ needs }: FamilyTown, name: string): Promise<RiderCaller> {
  for (const each of residents) needs.services.register.people.set(each.documentNumber, each);
  return callerIn(needs, await agreed(needs, name));
}

/** A phone’s key. */
export const holderKey = () => publicKeyText(newSigner().key);

/** Where the phone roughly is. */
export const place = { lat: 39.9, lng: 116.4, accuracyMetres: 500 };

type Asked = Omit<Parameters<typeof beginCheck>[2], 'city' | 'wants'> & Partial<Parameters<typeof beginCheck>[2]>;

/** Begins a check; gives the sealed ticket, and the check as its service knows it. */
export async function begun({ needs }: FamilyTown, caller: RiderCaller, asked: Asked = {}) {
  const input = { city: '110000', wants: 'apply', place, ...asked } as const;
  const { url, check, endsAt } = answered(await beginCheck(needs, caller, input));
  return { check, endsAt, checkId: new URL(url).searchParams.get('check') ?? '' };
}

/** Begins a check, has the camera see somebody, and gives the answer. */
export async function checked(
  town: FamilyTown,
  caller: RiderCaller,
  asked: Asked = {},
  seen: 'the-person' | 'another-face' = 'the-person',
) {
  const { check, checkId } = await begun(town, caller, asked);
  town.needs.services.faces.see(checkId, seen);
  return finishCheck(town.needs, caller, { check, holderKey: holderKey() });
}
