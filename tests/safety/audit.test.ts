import { seedOfRun } from '../world/chance';
import { editKinds, editLogs } from './edited-log';

test('X-04 edits of the access log without its key are all found, and the first bad entry is named', async () => {
  const seed = seedOfRun();
  console.info(`edits of the access log, TONGCHENG_SEED=${seed}`);
  const found = await editLogs(400, seed);
  expect(Object.keys(found).sort()).toEqual([...editKinds].sort());
  for (const kind of editKinds) expect([kind, found[kind]]).toEqual([kind, 50]);
});
