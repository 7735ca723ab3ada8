import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import { openSmtpMailer } from '@tongcheng/cloudfunctions/adapters/smtp/smtp-mailer';
import { openStoreLease } from '@tongcheng/cloudfunctions/adapters/store-lease/store-lease';
import { seedRecipient } from '@tongcheng/cloudfunctions/app/reports/recipients/seed-recipient';
import { type Form, reports } from '@tongcheng/cloudfunctions/app/reports/records';
import { type DailyReportNeeds, runDailyReports } from '@tongcheng/cloudfunctions/app/reports/run-daily-reports';
import { recordBatch } from '@tongcheng/cloudfunctions/app/rides/record-batch';
import { makeProvinceOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { LogFields } from '@tongcheng/cloudfunctions/ports/log';
import type { ObjectStore } from '@tongcheng/cloudfunctions/ports/object-store';
import type { CitySettings } from '@tongcheng/shared/venues/city-settings';
import { aRider, aScan } from './callers';
import { openInstallation, townSettings } from './installation';
import { openMailServer, type Received } from './mail-server';
import type { PlaceName } from './places';
import { personFacts } from './records';
import { clock } from './ride-settings';

export const city = '420100';
export const day = '2022-06-02';
/** After the report of the day is due: the next morning. */
export const nextMorning = clock('05:30:00', '2022-06-03');

/** A demonstration person with facts of their own; the number's check digit is right. */
const factsOf = (number: number) =>
  personFacts(`E${String(80_000_000 + number)}`, {
    name: `演示${'甲乙丙丁戊己庚辛壬癸'.charAt(number % 10)}${number}`,
    phone: `1390000${String(number).padStart(4, '0')}`,
  });

/** A whole installation with a disk, a real mail server and the report's needs; every part real. */
export async function openReportInstallation(protection: CitySettings['reports']['protection'] = 'none') {
  const here = await openInstallation([{ ...townSettings, reports: { ...townSettings.reports, protection } }]);
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-reports-'));
  const server = await openMailServer();
  const publicUrl = 'https://tongcheng.example';
  const objects = openDiskObjects({ folder, key: randomBytes(32), publicUrl, clock: here.clock });
  const mailer = openSmtpMailer({
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    from: { name: '同乘', address: 'reports@tongcheng.example' },
    silenceSeconds: 5,
  });
  const faults: LogFields[] = [];
  const chance = { bytes: (size: number) => new Uint8Array(randomBytes(size)) };
  const needsOver = (store: DocumentStore, kept: ObjectStore): DailyReportNeeds => ({
    ...here.needs,
    store,
    objects: kept,
    mailer,
    bureauMessages: { send: async () => ({ is: 'nowhere' }) },
    keys: here.keys,
    chance,
    lease: openStoreLease({ store, clock: here.clock, chance }),
    log: { event: (level, _what, fields) => void (level === 'fault' && faults.push(fields ?? {})) },
    publicUrl,
    maxAttachmentBytes: 20_000_000,
    provinceOf: makeProvinceOf({ store, clock: here.clock }),
    onCallPhones: ['13900000001', '13900000002'],
  });
  const needs = needsOver(here.store, objects);
  const person = async (number: number) => {
    const facts = factsOf(number);
    const { personId } = await here.needs.vault.enrol(facts);
    return { facts, personId, caller: aRider(String(number), { personId, maskedName: `${facts.name.charAt(0)}**` }) };
  };
  /** Records scans of a person as received at `sentAt`. */
  const ride = async (
    caller: ReturnType<typeof aRider>,
    sentAt: number,
    ...steps: (readonly [PlaceName, number])[]
  ) => {
    here.clock.set(sentAt);
    const scans = steps.map(([place, at]) => aScan(here, place, at, { sentAt }));
    const answer = await recordBatch(here.needs, caller, { scans });
    if (!answer.ok || answer.value.items.some(({ ok }) => !ok)) throw new Error('a test ride was refused');
  };
  return {
    ...here,
    folder,
    server,
    objects,
    faults,
    needs,
    /** What recording scans takes. */
    rideNeeds: here.needs,
    needsOver,
    person,
    ride,
    recipient: (address: string, form: Form) => seedRecipient(needs, city, address, form),
    run: (at: number) => {
      here.clock.set(at);
      return runDailyReports(needs);
    },
    reports: async () => (await here.store.find(reports, { where: { city, day }, limit: 100 })).items,
    file: async (key: string) => buffer(await objects.get(key)),
    /** The file to which the link of a mail leads. */
    linkedFile: async ({ mail }: Received) => {
      const link = objects.openLink(mail.text?.match(/https:\/\/tongcheng\.example(\/objects\/\S+)/)?.[1] ?? '');
      if (!link) throw new Error('the mail holds no link that opens');
      return buffer(await objects.get(link.key));
    },
    /** Every file that lies in the object store. */
    files: () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
    close: async () => {
      await server.close();
      await here.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ReportInstallation = Awaited<ReturnType<typeof openReportInstallation>>;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
