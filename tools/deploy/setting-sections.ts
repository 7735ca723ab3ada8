import { environmentNamesOf } from '@tongcheng/cloudfunctions/wiring/adapter-option';
import { Installation } from '@tongcheng/cloudfunctions/wiring/installation';
import type { ServiceModule } from '@tongcheng/cloudfunctions/wiring/port-definition';
import type * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { type SettingComment, settingComments } from './settings-comments';

type Module = ServiceModule<never, unknown>;
type Target = Readonly<Record<keyof typeof servers, () => Module>>;
type Section = readonly [title: string, module: Module];

/** What a file of settings shows of a target, and what it says otherwise than the declarations do. */
export interface ShownSettings {
  readonly target: Target;
  /** Whether a name belongs into this file. */
  readonly isShown: (name: string) => boolean;
  /** Values that stand there from the beginning. */
  readonly filledIn?: ReadonlyMap<string, string>;
  /** Names that must be set here although the code could do without. */
  readonly requiredHere?: ReadonlySet<string>;
}

const installation: Module = {
  names: environmentNamesOf(Installation),
  read: () => ({ ok: false, problems: [] }),
};

/** Ports in the order in which somebody fills the file in. */
const sectionsOf = (target: Target): readonly Section[] => [
  ['安装 the installation', installation],
  ['数据库 databases of documents and keys', target.store()],
  ['主密钥 the master key', target.keys()],
  ['文件 files: reports, sticker sheets', target.objects()],
  ['邮件 mail', target.mailer()],
  ['实名核验 the real-name check', target.realName()],
  ['健康状态 health status', target.healthStatus()],
  ['交通卡 transit cards', target.cardIssuer()],
  ['人脸核验 the face check', target.faceCheck()],
  ['健康状态批量同步（闸机） statuses in bulk, for gates', target.statusFeed()],
  ['车辆位置 where vehicles were', target.vehicleLocator()],
  ['微信和支付宝 WeChat and Alipay', target.platforms()],
  ['值班提醒 messages to people on duty', target.notifier()],
  ['给主管部门的公众号消息 messages to accounts of bureaus', target.bureauMessages()],
  ['字体 fonts', target.fontFiles()],
];

/** Every setting of a target once, by section, each with the comment of its declaration, its words, its default and when it must be set. */
export function settingSections({ target, isShown, filledIn, requiredHere }: ShownSettings): string {
  const comments = settingComments('cloudfunctions/wiring');
  const sections = sectionsOf(target);
  const written = new Set<string>();
  const linesOf = ([title, module]: Section): readonly string[] =>
    Object.keys(module.names).flatMap((name) => {
      if (written.has(name) || !isShown(name)) return [];
      written.add(name);
      const need = requiredHere?.has(name) ? alwaysNeeded : needOf(name, sections);
      const about = [...aboutOf(title, module, name, comments.get(name)), need].filter(Boolean);
      return [...about.map((line) => `# ${line}`), `${name}=${filledIn?.get(name) ?? ''}`, ''];
    });
  return sections
    .flatMap((section) => {
      const lines = linesOf(section);
      return lines.length === 0 ? [] : [[`#### ${section[0]}`, '', ...lines].join('\n')];
    })
    .join('\n')
    .replace(/\n+$/, '\n');
}

const alwaysNeeded = '必填 required.';

function aboutOf(title: string, module: Module, name: string, said: SettingComment | undefined): readonly string[] {
  const [first, ...others] = wordsThatChoose(module, name);
  if (first !== undefined) return [`${title}: ${[`${first}（默认 default）`, ...others].join(', ')}`];
  const { lines = [], words = [], byDefault } = said ?? {};
  return [
    ...lines,
    ...(words.length > 0 ? [`可填 one of: ${words.join(', ')}.`] : []),
    ...(byDefault === undefined ? [] : [`不填为 without it: ${byDefault}.`]),
  ];
}

/** When it must be set: always, or with the words that need it, whatever section they belong to. */
function needOf(name: string, sections: readonly Section[]): string {
  const modules = sections.map(([, module]) => module).filter((module) => name in module.names);
  if (modules.some((module) => module.names[name] === 'required')) return alwaysNeeded;
  const needing = modules.flatMap((module) =>
    Object.keys(module.names).flatMap((chooser) =>
      wordsThatChoose(module, chooser).flatMap((word) =>
        problemsOf(module, { [chooser]: word }).some((problem) => problem.name === name) ? [`${chooser}=${word}`] : [],
      ),
    ),
  );
  return needing.length === 0 ? '' : `必填于 required with ${[...new Set(needing)].join(', ')}.`;
}

/** The words by which a name chooses an adapter, the default first; none where it chooses nothing. */
function wordsThatChoose(module: Module, name: string): readonly string[] {
  const [, words = ''] =
    problemsOf(module, { [name]: 'no such word' })
      .filter((problem) => problem.name === name)
      .map(({ problem }) => /^one of: (.*)$/.exec(problem) ?? [])
      .find((found) => found.length > 0) ?? [];
  return words === '' ? [] : words.split(', ');
}

function problemsOf(module: Module, environment: Readonly<Record<string, string>>) {
  const read = module.read(environment);
  return read.ok ? [] : read.problems;
}
