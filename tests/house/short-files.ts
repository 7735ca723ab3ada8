import type { Source } from './sources';

/** A file of fewer lines joins what it serves, or has a reason below. */
const fewestLines = 15;

/**
 * Why a short file stands alone, by kind. A kind is a place where the listing of a folder tells something (one rule, one
 * document, one port a file), or a file that something outside looks for by its name.
 */
const kinds: readonly (readonly [reason: string, files: RegExp])[] = [
  [
    'a page of the phone, and what its build is told of it',
    /^miniprogram\/src\/pages\/[\w-]+\/index(\.config)?\.tsx?$/,
  ],
  ['a variant for a platform', /\.(h5|weapp|alipay)\.tsx?$/],
  ['a component of the phone, beside its style sheet', /^miniprogram\/src\/ui\/[\w-]+\.tsx$/],
  ['what a platform does for the phone: one thing a file', /^miniprogram\/src\/platform\//],
  [
    'a page of the console, and a section that declares itself',
    /^console\/src\/(mail|wall|mount)\.tsx$|\/section\.ts$/,
  ],
  ['a requirement of admission', /^shared\/rides\/rules\//],
  ['a rule of tracing', /^shared\/tracing\/rules\//],
  ['a document that riders have', /^shared\/identity\/documents\/[\w-]+\.ts$/],
  ['a port', /^cloudfunctions\/ports\//],
  ['an adapter, the definition of a port, a deployment target', /^cloudfunctions\/(adapters|wiring)\//],
  ['a part of the vault, which nothing outside it imports', /^cloudfunctions\/vault\//],
  [
    'an end of a capability, or its function, found by its name',
    /^shared\/[\w-]+\/(api|wire|failures)\.ts$|^cloudfunctions\/functions\/[\w-]+\.ts$/,
  ],
  ['generated', /^host\/backup\/every-collection\.ts$/],
];

/** Short files that no kind covers, each with its reason. */
const kept: Readonly<Record<string, string>> = {
  'shared/devices/sign-in-text.ts': 'what a device signs: for its program and the service alike',
  'shared/failure-entry.ts': 'the form of a failure, which every list of failures takes',
  'shared/identity/family.ts': 'phones take it: a file with schemas would bring the validation library',
  'shared/provider-signature.ts': 'the protocol between an adapter and the simulated provider',
  'shared/reports/retry.ts': 'a rule of its own: when a delivery is tried again',
  'shared/rides/reasons/sources.ts': 'phones take it without the texts of all reasons',
  'shared/status-colours.ts': 'phones take it: a file with schemas would bring the validation library',
  'shared/text.ts': 'a text in two languages, which most files with words take',
  'shared/venues/requirements.ts': 'phones take it: a file with schemas would bring the validation library',
  'console/src/kit/charts/echarts-parts.ts': 'fetched with all that it imports when the first chart is drawn',
  'cloudfunctions/app/reports/content/in-batches.ts': 'for the rows of a report and for the store behind them',
  'cloudfunctions/app/sessions/signing-keys.ts': 'for sessions, scans and the wiring alike',
  'miniprogram/src/ui/clock-text.ts': 'for five screens of rides',
  'miniprogram/src/pages/route-code.ts': 'what a link that opens a page holds: for every page and for the scan',
  'miniprogram/src/wiring/preferences-record.ts': 'a record that the phone keeps',
};

/** Short files without a reason, and reasons without a short file. */
export function shortFileFaults(sources: readonly Source[]): readonly string[] {
  const short = sources.filter(isShort).map(({ path }) => path);
  return [
    ...short.filter((path) => !(path in kept)).map((path) => `${path} has fewer than ${fewestLines} lines`),
    ...Object.keys(kept).flatMap((path) => (short.includes(path) ? [] : [`${path} needs no reason`])),
  ];
}

/** A use case has a file of its own however short it is: the listing of the folder says what there is (`endpoint-names.ts`). */
const isShort = ({ path, text }: Source): boolean =>
  text.trimEnd().split('\n').length < fewestLines &&
  !/: UseCase</.test(text) &&
  !kinds.some(([, files]) => files.test(path));
