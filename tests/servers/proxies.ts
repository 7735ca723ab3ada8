import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../world/free-port';
import { until } from '../world/until';
import { ownAuthority } from './certificates';
import { programOf } from './programs';

/** The name under which tests reach a proxy. */
const proxyHost = 'ride.example';

/** A reverse proxy that runs with the file of deploy/servers, told only where the test's ports, certificate and folders are. */
export interface ReverseProxy {
  readonly name: 'nginx' | 'caddy';
  readonly port: number;
  /** Asks it over TLS, as a phone does. */
  readonly ask: (path: string, asked?: Asked) => Promise<Answered>;
  /** All that it wrote into logs and onto its streams. */
  readonly logged: () => string;
  readonly stop: () => Promise<void>;
}

/** What is asked. */
interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back; status 0 when nothing did. */
interface Answered {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

const authority = ownAuthority();

function asking(port: number): { readonly ask: ReverseProxy['ask']; readonly agent: Agent } {
  const agent = new Agent({ keepAlive: true, ca: authority.cert, maxSockets: 64 });
  const ask: ReverseProxy['ask'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve) => {
      const lost = (fault: Error) => resolve({ status: 0, headers: {}, text: fault.message });
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          servername: proxyHost,
          path,
          method,
          agent,
          headers: { host: proxyHost, ...headers },
        },
        (reply) => {
          let text = '';
          reply.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
          reply.on('error', lost);
        },
      );
      sent.on('error', lost);
      sent.end(body);
    });
  return { ask, agent };
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

interface Prepared {
  readonly folder: string;
  readonly port: number;
  readonly certificate: string;
  readonly key: string;
}

async function prepare(name: string): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), `tongcheng-${name}-`));
  const { cert, key } = authority.certify(proxyHost);
  const files = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  writeFileSync(files.certificate, cert);
  writeFileSync(files.key, key, { mode: 0o600 });
  return { folder, port: await freePort(), ...files };
}

async function running(
  name: ReverseProxy['name'],
  at: Prepared,
  args: readonly string[],
  logs: readonly string[],
): Promise<ReverseProxy> {
  const child: ChildProcess = spawn(programOf(name), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: at.folder, XDG_DATA_HOME: at.folder, XDG_CONFIG_HOME: at.folder },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = once(child, 'close');
  await until(() => {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${said}`);
    return listens(at.port);
  });
  const { ask, agent } = asking(at.port);
  return {
    name,
    port: at.port,
    ask,
    logged: () => said + logs.map((file) => readFileSync(file, 'utf8')).join(''),
    stop: async () => {
      agent.destroy();
      child.kill('SIGTERM');
      await ended;
      rmSync(at.folder, { recursive: true, force: true });
    },
  };
}

const shipped = (name: string) => readFileSync(join('deploy', 'servers', name), 'utf8');

/** Replaces what must be there; a file that lost it is not tested silently. */
const replaced = (text: string, from: string, to: string): string => {
  const changed = text.replaceAll(from, () => to);
  if (changed === text) throw new Error(`not in the file: ${from}`);
  return changed;
};

/** nginx with `deploy/servers/nginx.conf` before hosts on these ports of this machine. */
export async function startNginx(hostPorts: readonly number[]): Promise<ReverseProxy> {
  const at = await prepare('nginx');
  const [one = ''] = /^ {4}server 127\.0\.0\.1:8080.*;$/m.exec(shipped('nginx.conf')) ?? [];
  let conf = replaced(
    shipped('nginx.conf'),
    one,
    hostPorts.map((port) => one.replace('8080', String(port))).join('\n'),
  );
  conf = replaced(conf, 'listen 443', `listen 127.0.0.1:${at.port}`);
  conf = replaced(conf, 'listen 80;', `listen 127.0.0.1:${await freePort()};`);
  conf = replaced(conf, '/etc/ssl/tongcheng/fullchain.pem', at.certificate);
  conf = replaced(conf, '/etc/ssl/tongcheng/privkey.pem', at.key);
  conf = replaced(conf, '/var/log/nginx/tongcheng.log', join(at.folder, 'access.log'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (each) => `${each}_temp_path ${join(at.folder, each)};`,
  );
  const errors = join(at.folder, 'error.log');
  const whole = `daemon off;\nmaster_process ${process.getuid?.() === 0 ? 'on' : 'off'};\npid ${join(at.folder, 'pid')};\nerror_log ${errors};
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 512; }
http {
${temporary.join('\n')}
${conf}
}
`;
  writeFileSync(join(at.folder, 'nginx.conf'), whole);
  for (const file of [errors, join(at.folder, 'access.log')]) writeFileSync(file, '');
  const args = ['-p', at.folder, '-c', join(at.folder, 'nginx.conf'), '-e', errors];
  return running('nginx', at, args, [errors, join(at.folder, 'access.log')]);
}

/** Caddy with `deploy/servers/Caddyfile` before hosts on these ports of this machine. */
export async function startCaddy(hostPorts: readonly number[]): Promise<ReverseProxy> {
  const at = await prepare('caddy');
  let file = replaced(
    shipped('Caddyfile'),
    'reverse_proxy 127.0.0.1:8080',
    `reverse_proxy ${hostPorts.map((port) => `127.0.0.1:${port}`).join(' ')}`,
  );
  // The certificate of the test in the place of one that Caddy would fetch; no administration, no redirection on port 80.
  file = replaced(file, '\n{\n\t#', `\n{\n\tadmin off\n\tauto_https disable_redirects\n\thttps_port ${at.port}\n\t#`);
  file = replaced(file, 'ride.example {\n', `ride.example {\n\tbind 127.0.0.1\n\ttls ${at.certificate} ${at.key}\n`);
  mkdirSync(join(at.folder, 'caddy'), { recursive: true });
  writeFileSync(join(at.folder, 'Caddyfile'), file);
  return running('caddy', at, ['run', '--config', join(at.folder, 'Caddyfile'), '--adapter', 'caddyfile'], []);
}
