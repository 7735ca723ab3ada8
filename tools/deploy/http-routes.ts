import { cloudFunctions } from './cloud-functions';

/**
 * Routes of the HTTP access service for `tcb routes add`: one a operation, to its function, with the whole path passed on
 * (the operation's name is its last part) and no sign-in of the platform before our own. The domain is the installation's.
 */
export const httpRoutes = (): string =>
  `${JSON.stringify(
    {
      domain: '{{env.TONGCHENG_DOMAIN}}',
      routes: Object.entries(cloudFunctions).flatMap(([name, { operations }]) =>
        operations.map((operation) => ({
          path: `/api/${operation}`,
          upstreamResourceType: 'SCF',
          upstreamResourceName: name,
          enable: true,
          enableAuth: false,
          enablePathTransmission: true,
        })),
      ),
    },
    null,
    2,
  )}\n`;
