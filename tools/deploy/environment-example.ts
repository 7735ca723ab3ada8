import { environmentNamesOf } from '@tongcheng/cloudfunctions/wiring/adapter-option';
import { Installation } from '@tongcheng/cloudfunctions/wiring/installation';
import type { ServiceModule } from '@tongcheng/cloudfunctions/wiring/port-definition';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { type SettingComment, settingComments } from './settings-comments';

type Module = ServiceModule<never, unknown>;

/** Ports in the order in which somebody fills the file in. */
const sections: readonly (readonly [string, Module])[] = [
  ['数据库 databases of documents and keys', servers.store()],
  ['主密钥 the master key', servers.keys()],
  ['文件 files: reports, sticker sheets', servers.objects()],
  ['邮件 mail', servers.mailer()],
  ['实名核验 the real-name check', servers.realName()],
  ['健康状态 health status', servers.healthStatus()],
  ['交通卡 transit cards', servers.cardIssuer()],
  ['人脸核验 the face check', servers.faceCheck()],
  ['微信和支付宝 WeChat and Alipay', servers.platforms()],
  ['值班提醒 messages to people on duty', servers.notifier()],
  ['给主管部门的公众号消息 messages to accounts of bureaus', servers.bureauMessages()],
  ['字体 fonts', servers.fontFiles()],
];

/** The command line says these, or only the simulated city does. */
const notHere = [
  'TONGCHENG_DATA',
  'TONGCHENG_KEY_FILE',
  'TONGCHENG_STORE_THREAD',
  'TONGCHENG_DEMONSTRATION_PEOPLE_URL',
];

/** What an installation on servers begins with. */
const filledIn: ReadonlyMap<string, string> = new Map([['TONGCHENG_STORE', 'postgres']]);

const header = `# 服务器部署的配置：复制为 /etc/tongcheng/environment，权限 600，所有者 root，再填写。
# The names of an installation on servers: copy to /etc/tongcheng/environment, mode 600, owner root, and fill in.
# Made by npm run generate out of the declarations in cloudfunctions/wiring; what stays empty counts as not set.
# A value stands as it is, without quotes: systemd, Docker and the commands of the installation read nothing else alike.
# --data, --key-file, --address, --port, --cities and --trusted-proxy stand in the unit's command line.
`;

/** `deploy/servers/environment.example`: every name that a host on servers reads, once, with what it means and when it is needed. */
export function environmentExample(): string {
  const comments = settingComments('cloudfunctions/wiring');
  const written = new Set(notHere);
  const linesOf = (module: Module): readonly string[] =>
    Object.keys(module.names).flatMap((name) => {
      if (written.has(name)) return [];
      written.add(name);
      const about = [...aboutOf(module, name, comments.get(name)), needOf(name)].filter(Boolean);
      return [...about.map((line) => `# ${line}`), `${name}=${filledIn.get(name) ?? ''}`, ''];
    });
  const installation = ['安装 the installation', installationModule] as const;
  const texts = [installation, ...sections].flatMap(([title, module]) => {
    const lines = linesOf(module);
    return lines.length === 0 ? [] : [[`#### ${title}`, '', ...lines].join('\n')];
  });
  return [header, ...texts].join('\n').replace(/\n+$/, '\n');
}

const installationModule: Module = {
  names: environmentNamesOf(Installation),
  read: () => ({ ok: false, problems: [] }),
};

function aboutOf(module: Module, name: string, said: SettingComment | undefined): readonly string[] {
  const offered = choicesOf(module, name);
  if (offered.length > 0) return [`Chooses what is used here: ${offered.join(', ')}. Without it: ${offered[0]}.`];
  const { comment, words = [], byDefault } = said ?? {};
  return [
    ...(comment === undefined ? [] : [comment]),
    ...(words.length > 0 ? [`One of: ${words.join(', ')}.`] : []),
    ...(byDefault === undefined ? [] : [`Without it: ${byDefault}.`]),
  ];
}

/** When it must be set: always, or with the words that need it, whatever section they belong to. */
function needOf(name: string): string {
  const modules = [installationModule, ...sections.map(([, module]) => module)].filter(
    (module) => name in module.names,
  );
  if (modules.some((module) => module.names[name] === 'required')) return '必填 required.';
  const needing = modules.flatMap((module) =>
    Object.keys(module.names).flatMap((chooser) =>
      choicesOf(module, chooser).flatMap((word) =>
        problemsOf(module, { [chooser]: word }).some((problem) => problem.name === name) ? [`${chooser}=${word}`] : [],
      ),
    ),
  );
  return needing.length === 0 ? '' : `必填于 required with ${[...new Set(needing)].join(', ')}.`;
}

/** The words by which a name chooses an adapter, the default first; none where it chooses nothing. */
function choicesOf(module: Module, name: string): readonly string[] {
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
