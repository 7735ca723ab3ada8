/** A signed list that validators fetch by GET, as caches and other makers' programs do, beside the operation that gives it. */
export interface PublishedList {
  /** Below the installation’s public address. */
  readonly path: string;
  /** Whether the city’s code comes after the path. */
  readonly ofCity: boolean;
  /** The operation that answers it. */
  readonly operation: string;
  readonly contentType: string;
  /** Caches give it out so long without asking. */
  readonly maxAgeSeconds: number;
}

const statusLists = '/passes/status-lists';

/** Every list that is fetched by GET. A status list tells of a revocation within a minute; the trust list is made anew each hour. */
export const publishedLists: readonly PublishedList[] = [
  {
    path: '/passes/trust-list',
    ofCity: false,
    operation: 'passes.get-trust-list',
    contentType: 'application/cwt',
    maxAgeSeconds: 300,
  },
  {
    path: statusLists,
    ofCity: true,
    operation: 'passes.get-status-list',
    contentType: 'application/statuslist+cwt',
    maxAgeSeconds: 60,
  },
];

/** The address that a city’s status list goes by, in the list itself and in the trust list. */
export const statusListUrl = (publicUrl: string, city: string): string => `${publicUrl}${statusLists}/${city}`;
