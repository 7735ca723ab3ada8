import { execFileSync } from 'node:child_process';

type Name = 'nginx' | 'caddy' | 'promtool';

const found: Readonly<Record<Name, string | null>> = JSON.parse(
  execFileSync(process.execPath, ['tools/server-programs.mjs'], { encoding: 'utf8' }),
);

/** Where a program of the system is; throws a sentence when it is not there. */
export function programOf(name: Name): string {
  const path = found[name];
  if (path === null)
    throw new Error(`${name} is not on this machine: node tools/server-programs.mjs --fetch (Debian), or install it`);
  return path;
}

/** `npm run check` fetches the programs and sets this, so that a test that needs one never goes by silently. */
const isRequired = process.env.TONGCHENG_SERVER_PROGRAMS === 'required';

/** `test` where every one of these programs is there, or must be; elsewhere it is skipped, and says what is missing. */
export function testWith(
  ...names: readonly Name[]
): (title: string, run: () => Promise<void>, timeoutMs?: number) => void {
  const missing = names.filter((name) => found[name] === null);
  if (missing.length === 0 || isRequired) return test;
  return (title, run, timeoutMs) =>
    test.skip(
      `${title} (skipped: no ${missing.join(', ')} here; node tools/server-programs.mjs --fetch)`,
      run,
      timeoutMs,
    );
}
