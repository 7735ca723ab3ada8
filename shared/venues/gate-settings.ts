import * as z from 'zod';

const minutes = (max: number) => z.number().int().min(1).max(max);
const Kinds = z.array(z.string().max(40)).max(50);

/** What is otherwise at some places than in the rest of the city. */
const GatePlaceSettings = z.strictObject({
  venueIds: z.array(z.string().max(40)).min(1).max(500),
  longestAgeMinutes: minutes(48 * 60).exactOptional(),
  passingKinds: Kinds.exactOptional(),
});

/** What a city chooses about its gates and readers. */
export const GateSettings = z.strictObject({
  /** So often the set of linked cards is renewed where something changed. */
  deltaMinutes: minutes(120).default(5),
  /** Gates decide by statuses of at most this age, and send everybody to staff by older ones. */
  longestAgeMinutes: minutes(48 * 60).default(120),
  /** Kinds of cards that pass unlinked, such as children’s. */
  passingKinds: Kinds.default([]),
  places: z.array(GatePlaceSettings).max(100).default([]),
});
export type GateSettings = z.output<typeof GateSettings>;

/** What holds at one venue; of several that name it the first. */
export function gateSettingsAt(
  settings: GateSettings,
  venueId: string,
): Pick<GateSettings, 'longestAgeMinutes' | 'passingKinds'> {
  const here = settings.places.find(({ venueIds }) => venueIds.includes(venueId));
  return {
    longestAgeMinutes: here?.longestAgeMinutes ?? settings.longestAgeMinutes,
    passingKinds: here?.passingKinds ?? settings.passingKinds,
  };
}
