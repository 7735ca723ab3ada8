import { publishedLists } from '@tongcheng/shared/passes/published-lists';
import { cloudFunctions } from './cloud-functions';

/** What every route has: no sign-in of the platform before our own, and pages of our own domain send their POSTs without a list of theirs. */
const open = { Enable: true, EnableAuth: false, EnableSafeDomain: false };

/**
 * Routes of the HTTP access service, which `npm run cloudbase:routes` makes: one an operation, to its function, with the whole path passed on (the
 * operation's name is its last part), those of lists that are fetched by GET to the function that gives them; everything else to the static pages.
 */
export const httpRoutes = (): string =>
  `${JSON.stringify(
    [
      ...Object.entries(cloudFunctions).flatMap(([name, { operations }]) =>
        [...operations.map((operation) => `/api/${operation}`), ...listsOf(operations)].map((path) => ({
          Path: path,
          UpstreamResourceType: 'SCF',
          UpstreamResourceName: name,
          ...open,
          EnablePathTransmission: true,
        })),
      ),
      {
        Path: '/',
        UpstreamResourceType: 'STATIC_STORE',
        UpstreamResourceName: 'staticstore',
        ...open,
        EnablePathTransmission: false,
      },
    ],
    null,
    2,
  )}\n`;

const listsOf = (operations: readonly string[]): readonly string[] =>
  publishedLists.flatMap(({ path, operation }) => (operations.includes(operation) ? [path] : []));
