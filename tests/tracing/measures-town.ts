import { accessLog } from '@tongcheng/cloudfunctions/app/audit/access-entry';
import type { NoticeNeeds } from '@tongcheng/cloudfunctions/app/tracing/notices/send-notice';
import { sendNotices } from '@tongcheng/cloudfunctions/app/tracing/notices/send-notices';
import { type DocumentStore, StoreRefused } from '@tongcheng/cloudfunctions/ports/document-store';
import type { Alert, AlertAnswer } from '@tongcheng/cloudfunctions/ports/notifier';
import * as z from 'zod';
import type { Town } from '../world/town';
import { as, caseAbout } from './cases-town';

const Asked = z.object({ value: z.object({ measureId: z.string(), digest: z.string() }) });

/** A measure as an approval names it. */
export type AskedMeasure = z.output<typeof Asked>['value'];

const Opened = z.object({ value: z.object({ caseId: z.string() }) });

/** A case of `asker` about one of the people, from a day until today: whatever time passes, the day of their ride is in it. */
export async function caseSince(town: Town, index: number, infectiousFrom: string): Promise<string> {
  const told = await as(town, 'asker', ['health'])('tracing.open-case', caseAbout(town, index, { infectiousFrom }));
  return Opened.parse(told).value.caseId;
}

/** A measure of a case that `asker` asks for. */
export async function askedMeasure(town: Town, caseId: string, measure: object, who = 'asker'): Promise<AskedMeasure> {
  return Asked.parse(await as(town, who, ['health'])('tracing.ask-measure', { caseId, measure })).value;
}

/** A message service that remembers what it was asked; what it answers can be changed. */
export function listeningNotifier() {
  const told: Alert[] = [];
  const answers: { next: (alert: Alert) => AlertAnswer } = { next: () => ({ is: 'taken', reference: 'r' }) };
  const send = async (alert: Alert) => {
    told.push(alert);
    return answers.next(alert);
  };
  return { told, answers, notifier: { send } };
}

/** One run of the timer's work with a message service. */
export const runNotices = (town: Town, { notifier }: Pick<NoticeNeeds, 'notifier'>, store = town.needs.store) =>
  sendNotices({ ...town.needs, notifier, store });

/** A store that dies at one of its writes, and takes none after it: what a killed process leaves behind. */
export function dyingStore(
  store: DocumentStore,
  writes: number,
): { readonly store: DocumentStore; readonly isDead: () => boolean } {
  let left = writes;
  const write = <A extends readonly unknown[], R>(call: (...given: A) => Promise<R>) => {
    return async (...given: A): Promise<R> => {
      left -= 1;
      if (left < 0) throw new StoreRefused('the process was killed');
      return call(...given);
    };
  };
  const { insert, insertMany, update } = store;
  return {
    isDead: () => left < 0,
    store: {
      ...store,
      insert: (into, document) => write(() => insert(into, document))(),
      insertMany: (into, documents) => write(() => insertMany(into, documents))(),
      update: (into, document, version) => write(() => update(into, document, version))(),
    },
  };
}

/** Who did what about something, by the access log. */
export async function recordedReasons({ needs }: Town, what: string): Promise<readonly string[]> {
  const { items } = await needs.store.find(accessLog, { where: {}, limit: 1_000 });
  return items
    .flatMap(({ access, more = [] }) => [access, ...more.map((each) => each.access)])
    .filter((each) => each.what === what)
    .map(({ who, reason }) => `${who} ${reason}`);
}
