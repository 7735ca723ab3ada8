import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openCloudBaseObjects } from '@tongcheng/cloudfunctions/adapters/cloudbase/open-cloudbase-objects';
import { accountKeys, longRetryLimits } from '../../cloudbase/cloud';
import { type StandIn, startStandIn } from '../../cloudbase/stand-in/stand-in';
import { objectStoreContract } from './object-store.contract';

const clouds: StandIn[] = [];

async function begin() {
  let now = Date.now();
  const cloud = await startStandIn({ secondsNow: () => Math.floor(now / 1_000) });
  cloud.keys.set(accountKeys.secretId, accountKeys);
  clouds.push(cloud);
  const { env, serviceUrl } = cloud;
  const credentials = () => accountKeys;
  const open = () =>
    openCloudBaseObjects({ env, serviceUrl, credentials, clock: { now: () => now }, retry: longRetryLimits });
  const follow = async (url: string) => {
    const answer = await fetch(url);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return answer.status === 200 ? bytes : ('refused' as const);
  };
  const pass = (seconds: number) => {
    now += seconds * 1_000;
  };
  return { cloud, open, objects: open(), follow, pass, lengthened: (url: string) => url.replace(/&t=\d/, '$&9') };
}

afterAll(() => Promise.all(clouds.map((cloud) => cloud.close())));

objectStoreContract('cloudbase', begin);

test('what one instance stored, another reads: nothing is kept in the instance', async () => {
  const { open } = await begin();
  await open().put('r/1', Buffer.from('one'), 'text/plain');
  const other = open();
  expect(String(await buffer(await other.get('r/1')))).toBe('one');
  await other.put('r/1', Buffer.from('two'), 'text/plain');
  expect(String(await buffer(await open().get('r/1')))).toBe('two');
  expect(await open().head('r/1')).toEqual({ bytes: 3, contentType: 'text/plain' });
});

test.each(['throttled', 'away', 'rubbish', 'half'] as const)('%s for a while is waited out', async (kind) => {
  const { cloud, objects } = await begin();
  cloud.faults.plan({ kind, times: 2 });
  await objects.put('r/1', Buffer.from('one'), 'text/plain');
  cloud.faults.plan({ kind, times: 2 });
  expect(String(await buffer(await objects.get('r/1')))).toBe('one');
  cloud.faults.plan({ kind, times: 2 });
  await objects.delete('r/1');
  expect(await objects.head('r/1')).toBeUndefined();
});

test('an upload that the bucket refuses fails, although the SDK’s own would believe an empty answer', async () => {
  const { cloud, objects } = await begin();
  cloud.refuseUploads();
  await expect(objects.put('r/1', Readable.from([Buffer.from('one')]), 'text/plain')).rejects.toThrow('500');
  expect(await objects.head('r/1')).toBeUndefined();
});
