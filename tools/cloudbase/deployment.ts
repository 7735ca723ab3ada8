import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import type { DeploymentValues } from './deployment-file';

const Declared = z.looseObject({
  envId: z.string(),
  region: z.string(),
  functions: z.array(z.looseObject({ name: z.string(), envVariables: z.record(z.string(), z.string()) })),
});
type Declared = z.output<typeof Declared>;

/** The functions of `serverless.yml`. */
export const declaredDeployment = (file = 'serverless.yml'): Declared =>
  Declared.parse(parse(readFileSync(file, 'utf8')));

const reference = /^\{\{env\.(\w+)\}\}$/;

/**
 * The same with values in the place of references, as JSON that `tcb` takes as it is. The tool has a way of its own to put values in: it breaks those with
 * quotation marks, sends empty ones, and lets variables of the shell go before the file's.
 */
export function withValues(declared: Declared, values: DeploymentValues): string {
  const given = (text: string) => {
    const [, name] = reference.exec(text) ?? [];
    return name === undefined ? text : (values[name] ?? '');
  };
  const functions = declared.functions.map((each) => ({
    ...each,
    envVariables: Object.fromEntries(
      Object.entries(each.envVariables)
        .map(([name, text]) => [name, given(text)])
        .filter(([, value]) => value !== ''),
    ),
  }));
  return JSON.stringify({ ...declared, envId: given(declared.envId), region: given(declared.region), functions });
}
