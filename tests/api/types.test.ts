import { join } from 'node:path';
import ts from 'typescript';

const before = `
import { anyone, rider } from '@tongcheng/shared/access';
import { endpoint } from '@tongcheng/shared/endpoint';
import { createClient } from '@tongcheng/shared/client';
import { route } from '@tongcheng/cloudfunctions/edge/route';
import type { UseCase } from '@tongcheng/cloudfunctions/app/use-case';
import { fail, ok } from '@tongcheng/shared/result';
import * as z from 'zod';
const summary = { zh: '试', en: 'A trial' };
const tell = endpoint({ name: 'tests.tell', summary, access: rider, input: z.strictObject({ a: z.string() }),
  output: z.strictObject({ b: z.number() }), failures: ['card-unknown'] });
const client = createClient(async () => ({ status: 200, body: {} }), () => undefined);
const used = [anyone, rider, endpoint, route, fail, ok, tell, client];
export { used };
export type { UseCase };
`;

/** What must and what must not compile; the message that names the mistake. */
const snippets: Readonly<Record<string, readonly [code: string, problem: RegExp | undefined]>> = {
  good: ['route(tell, async () => ok({ b: 1 })); route(tell, async () => fail("card-unknown"));', undefined],
  goodCase: [
    'const tellIt: UseCase<typeof tell, object> = async (_n, caller, { a }) => a === caller.accountId ? ok({ b: 1 }) : fail("card-unknown"); route(tell, tellIt);',
    undefined,
  ],
  goodCall: ['client.call("rides.history", { city: "420100", days: 3 });', undefined],
  noAccess: [
    'endpoint({ name: "x.y", summary, input: z.strictObject({}), output: z.strictObject({}), failures: [] });',
    /access/,
  ],
  noSummaryInChinese: [
    'endpoint({ name: "x.y", summary: { en: "a" }, access: anyone, input: z.strictObject({}), output: z.strictObject({}), failures: [] });',
    /zh/,
  ],
  unknownFailure: [
    'endpoint({ name: "x.y", summary, access: anyone, input: z.strictObject({}), output: z.strictObject({}), failures: ["nobody-declared-this"] });',
    /nobody-declared-this/,
  ],
  undeclaredFailure: [
    'const tellIt: UseCase<typeof tell, object> = async () => fail("card-limit"); route(tell, tellIt);',
    /card-limit/,
  ],
  undeclaredFailureInRoute: ['route(tell, async () => fail("card-limit"));', /card-limit/],
  otherOutput: ['route(tell, async () => ok({ b: "one" }));', /string/],
  otherCaller: [
    'const tellIt: UseCase<typeof tell, object> = async (_n, caller) => caller.officialId ? ok({ b: 1 }) : fail("card-unknown"); route(tell, tellIt);',
    /officialId/,
  ],
  wrongInput: ['client.call("rides.history", { city: 420100, days: 3 });', /number/],
  missingInput: ['client.call("rides.history", { city: "420100" });', /days/],
  moreInput: ['client.call("rides.history", { city: "420100", days: 3, riderId: "x" });', /riderId/],
  noSuchOperation: ['client.call("rides.everything", {});', /rides\.everything/],
  undeclaredCode: [
    'client.call("cards.list-cards", {}).then((a) => !a.ok && a.failure.code === "card-limit");',
    /no overlap/,
  ],
};

const root = join(__dirname, '..', '..');
const fileOf = (name: string) => join(root, 'tests', 'contract', `snippet-${name}.ts`);
const texts = new Map(Object.entries(snippets).map(([name, [code]]) => [fileOf(name), `${before}\n${code}\n`]));

/** Messages of the real compiler with the real options, by snippet; nothing is written. */
function compile(): ReadonlyMap<string, readonly string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(
    {
      ...config.compilerOptions,
      incremental: false,
      tsBuildInfoFile: undefined,
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
    root,
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return new Map([...texts.keys()].map((path) => [path, messages(program, path)]));
}

const messages = (program: ts.Program, path: string): readonly string[] =>
  program
    .getSemanticDiagnostics(program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));

let found: ReadonlyMap<string, readonly string[]>;
beforeAll(() => {
  found = compile();
}, 60_000);

test.each(Object.entries(snippets))('%s', (name, [, problem]) => {
  const told = found.get(fileOf(name)) ?? ['not compiled'];
  if (problem === undefined) return expect(told).toEqual([]);
  expect(told.join('\n')).toMatch(problem);
});
