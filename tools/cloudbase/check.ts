import { existsSync, readFileSync } from 'node:fs';
import { checkValues, environmentBytes } from './check-values';
import { declaredDeployment } from './deployment';
import { valuesFile } from './deployment-file';

/** `npm run cloudbase:check`: names everything in `.env` that is missing, wrong or too long, and the size of each function's environment. */
function main(): number {
  if (!existsSync(valuesFile)) {
    console.error(`没有 ${valuesFile} there is no ${valuesFile}: cp deploy/cloudbase/names.env.example ${valuesFile}`);
    return 2;
  }
  const deployed = declaredDeployment().functions.map(({ name, envVariables }) => ({
    name,
    names: Object.keys(envVariables),
  }));
  const { findings, sizes } = checkValues(readFileSync(valuesFile, 'utf8'), deployed);
  for (const { name, bytes } of sizes) console.log(`${name}: ${bytes} / ${environmentBytes}`);
  for (const { at, problem } of findings) console.error(`${at}: ${problem}`);
  console.log(findings.length === 0 ? '可以部署 ready to be deployed' : `须修改 to be mended: ${findings.length}`);
  return findings.length === 0 ? 0 : 1;
}

process.exitCode = main();
