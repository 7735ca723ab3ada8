import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { settingSections } from './setting-sections';

/** The command line says these, or only the simulated city does. */
const notHere: ReadonlySet<string> = new Set([
  'TONGCHENG_DATA',
  'TONGCHENG_KEY_FILE',
  'TONGCHENG_STORE_THREAD',
  'TONGCHENG_DEMONSTRATION_PEOPLE_URL',
]);

const header = `# 服务器部署的配置：复制为 /etc/tongcheng/environment，权限 600，所有者 root，再填写。
# The names of an installation on servers: copy to /etc/tongcheng/environment, mode 600, owner root, and fill in.
# Made by npm run generate out of the declarations in cloudfunctions/wiring; what stays empty counts as not set.
# A value stands as it is, without quotes: systemd, Docker and the commands of the installation read nothing else alike.
# --data, --key-file, --address, --port, --cities and --trusted-proxy stand in the unit's command line.
`;

/** `deploy/servers/environment.example`: every name that a host on servers reads, once, with what it means and when it is needed. */
export const environmentExample = (): string =>
  `${header}\n${settingSections({
    target: servers,
    isShown: (name) => !notHere.has(name),
    filledIn: new Map([['TONGCHENG_STORE', 'postgres']]),
  })}`;
