import type { Canary, CanaryKind } from './canary-people';

/** Where a canary may lawfully be read, and why. Nothing else may be anywhere. */
export interface Allowance {
  readonly because: string;
  /** Of the path below the folder of the life, with `/` between. */
  readonly where: RegExp;
  readonly kinds: readonly CanaryKind[];
  /** Whose: only of whoever the first group of `where` names, or anybody's. */
  readonly whose: 'own' | 'anybody';
}

/** Every place in which a canary may be read. One that nothing needs is an error: it would hide a leak to come. */
export const allowances: readonly Allowance[] = [
  {
    because: 'whoever signs in is given the session that they sign in with',
    where: /^replies\/([^/]+)\/(identity\.sign-in|identity\.consent|identity\.verify-identity)\.json$/,
    kinds: ['token'],
    whose: 'own',
  },
  {
    because: 'the export shows a rider all that is kept of them, after they typed their number anew',
    where: /^replies\/([^/]+)\/rights\.export-own\.json$/,
    kinds: ['name', 'document', 'phone', 'card', 'words'],
    whose: 'own',
  },
  {
    because: 'riders read what they wrote',
    where: /^replies\/([^/]+)\/appeals\.(make-appeal|own-appeals)\.json$/,
    kinds: ['words'],
    whose: 'own',
  },
  {
    because: 'an office opens one appeal, on record first, to call back',
    where: /^replies\/(official-bureau)\/appeals\.open-appeal\.json$/,
    kinds: ['name', 'phone', 'words'],
    whose: 'anybody',
  },
  {
    because: 'names of a case opened under two keys, with what is needed to reach somebody',
    where: /^replies\/(official-asker)\/tracing\.(open-names|open-measure|list-calls)\.json$/,
    kinds: ['name', 'phone'],
    whose: 'anybody',
  },
  {
    because: 'a manifest opened for a stated purpose, on record first',
    where: /^replies\/(official-bureau)\/coaches\.open-manifest\.json$/,
    kinds: ['name', 'document', 'phone'],
    whose: 'anybody',
  },
  {
    because: 'an invitation is given to whoever made it, to hand over',
    where: /^replies\/(official-bureau)\/oversight\.create-invitation\.json$/,
    kinds: ['credential'],
    whose: 'own',
  },
  {
    because: 'the full report after its recipient opened it with the password',
    where: /^(unlocked)\/report\.xlsx$/,
    kinds: ['name', 'document', 'phone'],
    whose: 'anybody',
  },
];

/** What allows this canary at this place. */
export const allowing = (path: string, { kind, of }: Canary): Allowance | undefined =>
  allowances.find(({ where, kinds, whose }) => {
    const [, named] = where.exec(path) ?? [];
    return named !== undefined && kinds.includes(kind) && (whose === 'anybody' || of.split(' ').includes(named));
  });
