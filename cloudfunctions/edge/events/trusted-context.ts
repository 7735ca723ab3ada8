import * as z from 'zod';

/** What the cloud itself says of a call, in the second argument of a function: nobody who calls can write it. */
export interface TrustedContext {
  /** A person or program called the function by name (`callFunction`): the cloud names them here and nowhere else that counts. */
  readonly calledByName: boolean;
  /** The caller's address as the cloud saw it. */
  readonly sourceIp?: string;
}

/** Newer runtimes give JSON in `environment`, older ones `name=value;…` in `environ`. */
const Given = z.object({ environment: z.string().optional(), environ: z.string().optional() });
const Named = z.record(z.string(), z.unknown());

/** Who called, in the cloud's own words; a visitor without an account is named too. */
const names = ['WX_OPENID', 'QQ_OPENID', 'TCB_UUID', 'TCB_CUSTOM_USER_ID', 'TCB_ISANONYMOUS_USER'] as const;

/** Reads what the cloud says. What cannot be read counts as a call by name, which gains nothing. */
export function trustedContext(context: unknown): TrustedContext {
  const given = Given.safeParse(context ?? {});
  if (!given.success) return { calledByName: true };
  const { environment, environ } = given.data;
  const told = environment === undefined ? pairsOf(environ ?? '') : namedIn(environment);
  if (!told) return { calledByName: true };
  const sourceIp = textOf(told.TCB_SOURCE_IP);
  const calledByName = names.some((name) => isSaid(told[name]));
  return sourceIp === undefined ? { calledByName } : { calledByName, sourceIp };
}

function namedIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const named = Named.safeParse(JSON.parse(text));
    return named.success ? named.data : undefined;
  } catch {
    return undefined;
  }
}

const pairsOf = (text: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    text.split(';').flatMap((pair) => {
      const at = pair.indexOf('=');
      return at < 1 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]];
    }),
  );

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== 'false' && value !== false;
