/** Rooms of a front end, each with itself and shared; what stands beside them puts all together. */
const frontEnd = (at: string, rooms: Readonly<Record<string, readonly string[]>>) => ({
  [at]: [at, 'shared'],
  ...Object.fromEntries(
    Object.entries(rooms).map(([room, others]) => [
      `${at}/${room}`,
      [...[room, ...others].map((name) => `${at}/${name}`), 'shared'],
    ]),
  ),
});

/** Who may import whom, room by room (docs/architecture.md). A room is the longest prefix that fits a path. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  'cloudfunctions/ports': ['cloudfunctions/ports', 'shared'],
  'cloudfunctions/vault': ['cloudfunctions/vault', 'cloudfunctions/ports', 'shared'],
  'cloudfunctions/adapters': ['cloudfunctions/adapters', 'cloudfunctions/ports', 'shared'],
  'cloudfunctions/app': ['cloudfunctions/app', 'cloudfunctions/ports', 'cloudfunctions/vault', 'shared'],
  'cloudfunctions/edge': ['cloudfunctions/edge', 'cloudfunctions/app/use-case', 'cloudfunctions/ports', 'shared'],
  'cloudfunctions/wiring': [
    'cloudfunctions/wiring',
    'cloudfunctions/adapters',
    'cloudfunctions/app',
    'cloudfunctions/edge',
    'cloudfunctions/ports',
    'cloudfunctions/vault',
    'shared',
  ],
  'cloudfunctions/functions': ['cloudfunctions/app', 'cloudfunctions/edge', 'cloudfunctions/wiring', 'shared'],
  ...frontEnd('miniprogram/src', {
    pages: ['features', 'client', 'platform', 'ui'],
    features: ['client', 'platform', 'ui'],
    client: [],
    ui: ['platform'],
    platform: ['client'],
    wiring: ['client', 'platform'],
  }),
  ...frontEnd('console/src', {
    features: ['client', 'platform', 'ui'],
    verification: ['client', 'platform', 'ui'],
    wall: ['ui'],
    mail: ['ui'],
    ui: ['client', 'platform'],
    client: ['platform'],
    platform: [],
  }),
  console: ['console', 'shared'],
  city: ['city', 'shared'],
  host: ['host', 'cloudfunctions', 'city', 'shared'],
};

/** Rooms that are neighbours of the same kind and may not import one another. */
export const apart: readonly string[] = ['miniprogram/src/features', 'console/src/features', 'cloudfunctions/adapters'];

/** A lower capability's records may be read by a higher one, never the other way round. */
export const capabilityOrder: readonly string[] = [
  'leases',
  'alerts',
  'sessions',
  'audit',
  'identity',
  'cards',
  'venues',
  'rides',
  'oversight',
  'appeals',
  'reports',
  'rights',
];

/** Rooms that may ask the clock, chance and the environment: where the outside begins. */
export const outside: readonly RegExp[] = [
  /^cloudfunctions\/(adapters|wiring)\//,
  /^host\//,
  /^city\//,
  /^miniprogram\/(config|src\/platform)\//,
  /^console\/src\/(platform|client|[a-z-]+\.tsx$)/,
];
