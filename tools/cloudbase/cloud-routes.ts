import { type TencentAccount, tencentApi } from '@tongcheng/cloudfunctions/adapters/tencent/tencent-api';
import * as z from 'zod';

const Route = z.object({
  Path: z.string(),
  UpstreamResourceType: z.string(),
  UpstreamResourceName: z.string(),
  Enable: z.boolean(),
  EnableAuth: z.boolean(),
  EnableSafeDomain: z.boolean(),
  EnablePathTransmission: z.boolean(),
});
/** One route of the HTTP access service: a path of a domain, and what answers it. */
export type CloudRoute = z.output<typeof Route>;

const Existing = Route.partial().required({ Path: true });
/** A route as the cloud tells of it: it may leave parts out. */
type ExistingRoute = z.output<typeof Existing>;

/** The file `deploy/cloudbase/routes.json`. */
export const DeclaredRoutes = z.array(Route);

const Domains = z.object({
  Domains: z.array(z.object({ Domain: z.string(), Routes: z.array(Existing).nullish() })).nullish(),
});

/** The routes of one domain of an environment, as its owner sees them. */
export interface CloudRoutes {
  /** Undefined when the domain is not bound. */
  existing(): Promise<readonly ExistingRoute[] | undefined>;
  create(routes: readonly CloudRoute[]): Promise<void>;
  modify(routes: readonly CloudRoute[]): Promise<void>;
}

/** The owner's interface as `@cloudbase/manager-node` 5.6 asks it; not compared with the live service. */
export function cloudRoutes(EnvId: string, domain: string, account: TencentAccount, region?: string): CloudRoutes {
  const owner = tencentApi(
    { name: 'tcb', version: '2018-06-08', ...(region === undefined ? {} : { region }) },
    account,
  );
  const given = (Routes: readonly CloudRoute[]) => ({ EnvId, Domain: { Domain: domain, Routes } });
  return {
    existing: async () => {
      const Filters = [{ Name: 'Domain', Values: [domain] }];
      const answer = await owner('DescribeHTTPServiceRoute', { EnvId, Filters, Offset: 0, Limit: 100 }, Domains);
      const found = answer.Domains?.find((each) => each.Domain === domain);
      return found && (found.Routes ?? []);
    },
    create: async (routes) => void (await owner('CreateHTTPServiceRoute', given(routes), z.object({}))),
    modify: async (routes) => void (await owner('ModifyHTTPServiceRoute', given(routes), z.object({}))),
  };
}

/** A route that is missing, stands otherwise than declared, or is there without being declared. */
export interface RouteDifference {
  readonly kind: 'route is missing' | 'route is otherwise' | 'route nobody declares';
  readonly path: string;
}

/** How many routes go into one request. */
const together = 20;

/** Compares a domain's routes with what is declared and, with `apply`, makes and mends them. Nothing is removed. May be repeated. */
export async function applyRoutes(
  routes: CloudRoutes,
  declared: readonly CloudRoute[],
  apply: boolean,
): Promise<readonly RouteDifference[]> {
  const existing = await routes.existing();
  if (existing === undefined) throw new Error(notBound);
  const byPath = new Map(existing.map((each) => [each.Path, each]));
  const missing = declared.filter(({ Path }) => !byPath.has(Path));
  const otherwise = declared.filter((each) => byPath.has(each.Path) && !isAs(each, byPath.get(each.Path)));
  const nobodys = existing.filter(({ Path }) => !declared.some((each) => each.Path === Path));
  if (apply) for (const part of inParts(missing)) await routes.create(part);
  if (apply) for (const part of inParts(otherwise)) await routes.modify(part);
  return [
    ...missing.map(({ Path }): RouteDifference => ({ kind: 'route is missing', path: Path })),
    ...otherwise.map(({ Path }): RouteDifference => ({ kind: 'route is otherwise', path: Path })),
    ...nobodys.map(({ Path }): RouteDifference => ({ kind: 'route nobody declares', path: Path })),
  ];
}

const notBound =
  '域名尚未绑定到 HTTP 访问服务（步骤 1） the domain of TONGCHENG_PUBLIC_URL is not bound to the HTTP access service (step 1)';

const isAs = (declared: CloudRoute, existing: ExistingRoute | undefined): boolean => {
  const there: Readonly<Record<string, unknown>> = { ...existing };
  return Object.entries(declared).every(([name, value]) => there[name] === value);
};

const inParts = (routes: readonly CloudRoute[]): readonly (readonly CloudRoute[])[] =>
  Array.from({ length: Math.ceil(routes.length / together) }, (_, part) =>
    routes.slice(part * together, (part + 1) * together),
  );
