import { readFileSync } from 'node:fs';
import { openTencentStandIn } from '../../stand-ins/tencent/tencent-stand-in';
import { deployingActions, deployingFolder, tcb } from './run-tool';

jest.setTimeout(300_000);

const pages = ['docs/deploy-cloudbase.md', 'docs/mini-programs.md', 'docs/operations.md', 'README.md'].map((path) =>
  readFileSync(path, 'utf8'),
);

/** `tcb` as a page writes it, by itself or through `cloudbase:tcb`: the words of its command, and its options. */
const commandsIn = (page: string) =>
  [...page.matchAll(/`(?:npx tcb|npm run cloudbase:tcb --) ([^`…]+)`/g)].map(([, text = '']) => {
    const words = text.trim().split(/\s+/);
    return {
      words: words.filter((word) => /^[a-z]+$/.test(word)).slice(0, 2),
      options: words.filter((word) => word.startsWith('--')),
    };
  });
const commands = pages.flatMap(commandsIn);

test('every command and option of tcb on the pages exists in the pinned tool', async () => {
  expect(commands.map(({ words }) => words[0])).toEqual(expect.arrayContaining(['fn', 'hosting', 'login']));
  const cloud = await openTencentStandIn(deployingActions('town-1a2b3c'));
  const place = deployingFolder(cloud.endpoint, []);
  const helps = new Map<string, string>();
  const helpOf = async (words: readonly string[]) => {
    const name = words.join(' ');
    const known = helps.get(name) ?? (await place.run(tcb, ...words, '--help')).said;
    helps.set(name, known);
    return known;
  };
  for (const { words, options } of commands) {
    const help = await helpOf(words);
    expect([words, help]).toEqual([words, expect.stringContaining(`Usage: tcb ${words.join(' ')}`)]);
    for (const option of options) expect(help).toMatch(new RegExp(`${option}\\b`));
  }
  place.remove();
  await cloud.close();
});
