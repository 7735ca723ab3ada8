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

/** What of the vault may be named outside it: its interface and what it needs. */
const vault = ['cloudfunctions/vault/vault', 'cloudfunctions/vault/needs'];

/** What kinds of documents the vault keeps: for whoever lays out stores and copies them. */
const vaultRecords = 'cloudfunctions/vault/records';

/** Whose keys these are, and under which master key: for whoever restores both. */
const whoseKeys = ['cloudfunctions/vault/key-pair', 'cloudfunctions/vault/master-check'];

const product = ['cloudfunctions/adapters', 'cloudfunctions/app', 'cloudfunctions/edge', 'cloudfunctions/functions'];

/** Who may import whom, room by room (docs/architecture.md). A room is the longest prefix that fits a path. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  'cloudfunctions/ports': ['cloudfunctions/ports', 'shared'],
  'cloudfunctions/vault': ['cloudfunctions/vault', 'cloudfunctions/ports', 'shared'],
  'cloudfunctions/adapters': ['cloudfunctions/adapters', 'cloudfunctions/ports', 'shared'],
  'cloudfunctions/app': ['cloudfunctions/app', 'cloudfunctions/ports', ...vault, 'shared'],
  'cloudfunctions/app/retention': ['cloudfunctions/app', 'cloudfunctions/ports', ...vault, vaultRecords, 'shared'],
  'cloudfunctions/edge': ['cloudfunctions/edge', 'cloudfunctions/app/use-case', 'cloudfunctions/ports', 'shared'],
  'cloudfunctions/wiring': [
    'cloudfunctions/wiring',
    'cloudfunctions/adapters',
    'cloudfunctions/app',
    'cloudfunctions/edge',
    'cloudfunctions/ports',
    ...vault,
    vaultRecords,
    'cloudfunctions/vault/make-vault',
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
    features: ['client', 'kit', 'platform', 'ui'],
    kit: ['platform', 'ui'],
    verification: ['client', 'platform', 'ui'],
    wall: ['ui'],
    mail: ['ui'],
    published: ['client', 'ui'],
    ui: ['client', 'platform'],
    client: ['platform'],
    platform: [],
  }),
  console: ['console', 'shared'],
  city: ['city', 'shared'],
  'host/device': ['host/device', 'shared'],
  host: [
    'host',
    ...product,
    'cloudfunctions/ports',
    'cloudfunctions/wiring',
    ...vault,
    vaultRecords,
    ...whoseKeys,
    'city',
    'shared',
  ],
};

/** Rooms that are neighbours of the same kind and may not import one another. */
export const apart: readonly string[] = ['miniprogram/src/features', 'console/src/features', 'cloudfunctions/adapters'];

/** Floors whose folders are capabilities, each named by the order below. */
export const floorsOfCapabilities: readonly string[] = [
  'shared',
  'cloudfunctions/app',
  'miniprogram/src/features',
  'console/src/features',
];

/** Services of the floor below all capabilities: folders of `cloudfunctions/app` that know none of them. */
const foundations = ['leases', 'alerts', 'workbooks'];

/** A lower capability may be imported by a higher one, never the other way round; a folder not named here fails. */
export const capabilityOrder: readonly string[] = [
  ...foundations,
  'venues',
  'sessions',
  'audit',
  'approvals',
  'identity',
  'credentials',
  'cards',
  'devices',
  'partners',
  'rides',
  'coaches',
  'passes',
  'gates',
  'tickets',
  'tracing',
  'appeals',
  'reports',
  'oversight',
  'rights',
  'publications',
  'retention',
];

/** Rooms that may ask the clock, chance and the environment: where the outside begins. */
export const outside: readonly RegExp[] = [
  /^cloudfunctions\/(adapters|wiring)\//,
  /^host\//,
  /^city\//,
  /^miniprogram\/(config|src\/platform)\//,
  /^console\/src\/(platform|client|[a-z-]+\.tsx$)/,
];
