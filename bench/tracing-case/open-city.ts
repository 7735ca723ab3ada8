import { join } from 'node:path';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { type Container, makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import * as cloudbase from '@tongcheng/cloudfunctions/wiring/targets/cloudbase';
import * as servers from '@tongcheng/cloudfunctions/wiring/targets/servers';
import { defaultEnvironment } from '../programs';
import { askedAt } from './city-of-cases';

/** Everything as a host has it, the embedded store in a thread of its own, on the morning on which the case is opened. */
export const openCity = (
  folder: string,
  environment: Readonly<Record<string, string>>,
  home: string,
): Promise<Container> =>
  makeContainer(
    readConfig(
      {
        ...defaultEnvironment(join(folder, 'data')),
        TONGCHENG_STORE_THREAD: join(__dirname, 'cloudfunctions-adapters-sqlite-thread-store-thread.js'),
        ...environment,
      },
      home === 'cloudbase' ? cloudbase : servers,
    ),
    { clock: { now: () => askedAt } },
  );
