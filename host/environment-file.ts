import { readFileSync } from 'node:fs';

/**
 * Reads a file of names as systemd reads an `EnvironmentFile`: `NAME=value` a line, remarks after `#` or `;`, a value may stand in quotes.
 * Throws with the line's number, never with a value, where systemd, Docker and this reader would not read the same.
 */
export function parseEnvironmentFile(text: string): Readonly<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*([#;].*)?$/.test(line)) continue;
    const [, name = '', value = ''] = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`第 ${at + 1} 行不是“名称=值” line ${at + 1} is not NAME=value`);
    names[name] = plain(value.trim(), at + 1);
  }
  return names;
}

const quoted = /^(["'])(.*)\1$/;

function plain(value: string, line: number): string {
  const [, quote = '', inside = value] = quoted.exec(value) ?? [];
  if (inside.includes('\\') || (quote !== '' && inside.includes(quote)) || (quote === '' && /^["']/.test(value)))
    throw new Error(
      `第 ${line} 行的引号或反斜杠会被不同的程序读成不同的值；请换一个不含它们的值 quotes or a backslash in line ${line} are read differently by different programs; use a value without them`,
    );
  return inside;
}

/**
 * Takes `--environment FILE` out of a command line and puts the file's names into this process; they hold before those that are set already, so that
 * a stray name of a shell leads no command to another installation.
 */
export function takeEnvironmentFile(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf('--environment');
  if (at === -1) return argv;
  const file = argv[at + 1];
  if (file === undefined) throw new Error('--environment 后面要写文件 names a file');
  Object.assign(process.env, namesIn(file));
  return argv.toSpliced(at, 2);
}

function namesIn(file: string): Readonly<Record<string, string>> {
  try {
    return parseEnvironmentFile(readFileSync(file, 'utf8'));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : '';
    throw new Error(`环境文件读不了 the environment file cannot be read: ${file}: ${reason}`, { cause: fault });
  }
}
