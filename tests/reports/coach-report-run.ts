import { writeSync } from 'node:fs';
import { runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { reportSubjects } from '@tongcheng/cloudfunctions/app/reports/subjects/list';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { ObjectStore } from '@tongcheng/cloudfunctions/ports/object-store';
import { readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import { makeContainer } from '@tongcheng/cloudfunctions/wiring/container';
import { environmentIn } from '../world/town';

/** One run of the reports' timer as a process of its own that may be killed, at a given moment: `coach-report-run FOLDER SMTP-PORT NOW`. */
const [folder = '', port = '', now = ''] = process.argv.slice(2);

/** Says each write before it happens, so that a parent can choose where this process dies. */
const say = (what: string) => writeSync(1, `${what}\n`);

const tellingStore = (store: DocumentStore): DocumentStore => ({
  ...store,
  insert: (into, document) => {
    say('write');
    return store.insert(into, document);
  },
  update: (into, document, version) => {
    say('write');
    return store.update(into, document, version);
  },
});

const tellingObjects = (objects: ObjectStore): ObjectStore => ({
  ...objects,
  put: (key, content, type) => {
    say('write');
    return objects.put(key, content, type);
  },
  delete: (key) => {
    say('write');
    return objects.delete(key);
  },
});

async function main(): Promise<void> {
  const config = readConfig({ ...environmentIn(folder), TONGCHENG_SMTP_PORT: port });
  const needs = await makeContainer(config, {
    clock: { now: () => Number(now) },
    log: { event: (level, what, fields) => level === 'fault' && say(`fault ${what} ${fields?.fault}`) },
  });
  const telling = {
    ...{ ...needs, store: tellingStore(needs.store), objects: tellingObjects(needs.objects) },
    slices: { ms: 3_600_000, steps: 1, riders: 3 },
  };
  await runDailyReports(
    telling,
    reportSubjects.filter(({ name }) => name === 'coaches'),
  );
  await needs.store.close();
  say('done');
}

void main();
