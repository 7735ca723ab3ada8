/** What whoever starts a host can do about it, by PostgreSQL's code or the network's, or the driver's words where it has no code. */
const causes: readonly (readonly [RegExp, string])[] = [
  [
    /^ECONNREFUSED/,
    '那里没有程序在监听，服务器没有启动或端口不对 nothing listens there: the server is not running, or the port is wrong',
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN)/,
    '找不到这个主机名，写错了或名字服务不可用 the name of this host is not known: it is misspelt, or the name service is away',
  ],
  [
    /^(ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)|timeout/i,
    '没有应答，地址不对或被防火墙拦住 no answer: the address is wrong, or a firewall is between',
  ],
  [
    /^28P01/,
    '用户或密码不对；密码里的 @ : / # ? % 须按百分号编码 the user or the password is wrong; write @ : / # ? % of a password percent-encoded',
  ],
  [
    /^28000/,
    '没有这个用户，或服务器（pg_hba.conf）不让它从这里来 there is no such role, or the server (pg_hba.conf) does not let it in from here',
  ],
  [/^3D000/, '没有这个数据库 there is no such database'],
  [
    /^(42501|3F000)/,
    '这个用户缺少权限，须是数据库的所有者 the role may not do what is needed: it has to own the database (docs/deploy-servers.md, step 1)',
  ],
  [
    /^53300/,
    '连接已满，服务器允许的比所有主机要的少 too many connections: the server allows fewer than all hosts together ask for',
  ],
  [/^57P03/, '服务器正在启动 the server is starting'],
  [
    /SSL|TLS|CERT|self.signed|UNABLE_TO_/i,
    'TLS 没有谈成：服务器没有开启，或证书不可信、不是这个主机的 no TLS: the server has none, or its certificate is not trusted or of another host (sslmode, sslrootcert)',
  ],
];

/**
 * Why a database could not be opened, in both languages: which it is by the name of its setting, who was let in where, and the cause with what
 * can be done about it, or what the fault itself says. Never the password.
 */
export function whyNotOpened(name: string, url: string, fault: unknown): string {
  const said = chainOf(fault).flatMap(textsOf);
  const known = causes.flatMap(([pattern, words]) => {
    const found = said.find((text) => pattern.test(text));
    return found === undefined ? [] : [`${words} (${found})`];
  });
  return `数据库打不开 a database cannot be opened: ${name} (${placeOf(url)}): ${known[0] ?? said[0] ?? ''}`;
}

/** Who asks where for what, without the password. */
function placeOf(address: string): string {
  const { username, hostname, port, pathname } = new URL(address);
  const user = username === '' ? '' : `${username}@`;
  return `${user}${hostname === '' ? 'localhost' : hostname}:${port || '5432'}${pathname}`;
}

/** A fault and what caused it; of a name with several addresses each was tried. */
function chainOf(fault: unknown): readonly object[] {
  if (typeof fault !== 'object' || fault === null) return [];
  const inner = 'errors' in fault && Array.isArray(fault.errors) ? fault.errors.flatMap(chainOf) : [];
  return [fault, ...inner, ...('cause' in fault ? chainOf(fault.cause) : [])];
}

const textsOf = (fault: object): readonly string[] => [
  ...('code' in fault && typeof fault.code === 'string' ? [fault.code] : []),
  ...('message' in fault && typeof fault.message === 'string' ? [fault.message] : []),
];
