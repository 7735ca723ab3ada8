import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAppendLog } from '../../../host/device/store/append-log';
import { inFolder } from '../../world/folders';
import { canMount, onDiskOf } from '../../world/small-disk';

test(
  'a log that was cut at any byte gives the records before the cut, whole, and goes on after them',
  inFolder(async (folder) => {
    const path = join(folder, 'taps.log');
    const log = openAppendLog(path);
    for (let n = 1; n <= 3; n += 1) log.append({ n }, true);
    log.close();
    const whole = readFileSync(path);
    const third = whole.length / 3;
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length));
      const cut = openAppendLog(path);
      const expected = [1, 2, 3].slice(0, Math.floor(length / third)).map((n) => ({ n }));
      expect(cut.records).toEqual(expected);
      cut.append({ n: 9 }, true);
      cut.close();
      const again = openAppendLog(path);
      expect(again.records).toEqual([...expected, { n: 9 }]);
      again.close();
    }
  }),
);

test(
  'a record with a changed byte is none',
  inFolder(async (folder) => {
    const path = join(folder, 'taps.log');
    const log = openAppendLog(path);
    log.append({ n: 1 }, true);
    log.append({ n: 2 }, true);
    log.close();
    const bytes = readFileSync(path);
    bytes.set([0x30], bytes.length - 2);
    writeFileSync(path, bytes);
    const again = openAppendLog(path);
    expect(again.records).toEqual([{ n: 1 }]);
    again.close();
  }),
);

(canMount() ? test : test.skip)('a full disk takes no record and loses none; with room again it goes on', async () => {
  await onDiskOf('64k', async (disk, remount) => {
    const log = openAppendLog(join(disk, 'taps.log'));
    const record = { text: 'x'.repeat(1_000) };
    let kept = 0;
    const fill = () => {
      for (;;) {
        log.append(record, true);
        kept += 1;
      }
    };
    expect(fill).toThrow('ENOSPC');
    expect(kept).toBeGreaterThan(10);
    remount('size=128k');
    log.append(record, true);
    log.close();
    const again = openAppendLog(join(disk, 'taps.log'));
    expect(again.records).toHaveLength(kept + 1);
    again.close();
  });
});
