import { parseArgs } from 'node:util';
import type { MailedHead } from '@tongcheng/cloudfunctions/app/audit/check-access-log';
import type { AccessQuery } from '@tongcheng/cloudfunctions/app/audit/search-access-log';
import type { Day, Instant } from '@tongcheng/shared/time';
import { CityCode, WireDay } from '@tongcheng/shared/wire';
import { placeOptions } from './installation-place';
import { auditQuery, mailedHead } from './verify-audit';

const usage = `npm run audit -- verify [--head "DAY HASH"] [--data ./data] [--key-file FILE]
npm run audit -- verdicts --city CODE --day DAY [--data ./data] [--key-file FILE]
npm run audit -- list [--from DAY] [--to DAY] [--city CODE] [--who ID] [--purpose WORD] [--about ID] [--data ./data] [--key-file FILE]

  verify 检查访问记录（含已归档的日子），指出第一处不符；--head 是报表邮件里的“访问记录链”。
  verdicts 按当时的规则和封存的依据重新判定一天的每次扫码，列出不符的；本身记入访问记录。
  list 列出访问记录，每行一条，以制表符分隔：时间、目的、谁、城市、日期、对象、原因、数量、编号。不写日期就是最近七天。
  都需要数据目录和主密钥文件；内嵌数据库时先停止服务。云上用 npm run cloudbase:audit，不需要这两项。
  verify checks the access log, files of past days too, and names the first entry that does not fit; --head is the line “Access log” of a
  report’s mail. verdicts decides every scan of a day again, by the rules of its time and the facts sealed with it, and names those that differ; it
  is on record itself. list gives entries, a line each with tabs between: time, purpose, who, city, day, what, reason, counts, number; the last
  seven days unless others are named. Both need the data folder and the master key file; with the embedded store, stop the host first.
  In the cloud it is npm run cloudbase:audit, which needs neither.
`;

const text = { type: 'string' } as const;
const declared = {
  ...{ head: text, day: text, from: text, to: text, city: text, who: text, purpose: text, about: text },
  ...placeOptions,
} as const;

/** What a command line asks of the access log. */
export interface AuditWords {
  readonly work: 'verify' | 'list' | 'verdicts';
  /** Of which day verdicts are replayed. */
  readonly verdicts?: { readonly city: string; readonly day: Day };
  readonly mailed: MailedHead | undefined;
  readonly query: AccessQuery;
  /** `--data` and `--key-file`, where they are named. */
  readonly place: { readonly data?: string | undefined; readonly 'key-file'?: string | undefined };
}

/** Reads `verify …`, `verdicts …` or `list …`; throws the usage, or a sentence that says which word is wrong. */
export function auditWords(argv: readonly string[], now: Instant): AuditWords {
  const { values, positionals } = parsed(argv);
  const [work, ...others] = positionals;
  if ((work !== 'verify' && work !== 'list' && work !== 'verdicts') || others.length > 0) throw new Error(usage);
  const { head, day, data, 'key-file': keyFile, ...words } = values;
  const common: AuditWords = {
    work,
    mailed: mailedHead(head),
    query: auditQuery(words, now),
    place: { data, 'key-file': keyFile },
  };
  return work === 'verdicts' ? { ...common, verdicts: dayOfCity(words.city, day) } : common;
}

function dayOfCity(city: string | undefined, day: string | undefined) {
  if (!CityCode.safeParse(city).success || !WireDay.safeParse(day).success) throw new Error(usage);
  return { city: CityCode.parse(city), day: WireDay.parse(day) };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: declared, allowPositionals: true });
  } catch (fault) {
    throw new Error(usage, { cause: fault });
  }
}
