import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDiskObjects } from '@tongcheng/cloudfunctions/adapters/disk/disk-objects';
import { makeNotoSansSc } from '@tongcheng/cloudfunctions/adapters/fonts/noto-sans-sc';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { makeCityOf } from '@tongcheng/cloudfunctions/app/venues/cached-records';
import { makeResolveCode } from '@tongcheng/cloudfunctions/app/venues/resolve-code';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import { keysOf } from '../venues/fixtures';
import { noon, standingClock } from './clock';

/** Reads that reached a store, counted on the way to the real one. */
export const countingReads = (store: DocumentStore) => {
  const reads: string[] = [];
  const counted: DocumentStore = {
    ...store,
    get: (from, id) => {
      reads.push(from.name);
      return store.get(from, id);
    },
    find: (from, query) => {
      reads.push(from.name);
      return store.find(from, query);
    },
  };
  return { counted, reads };
};

/** A whole installation of this capability in a folder of its own: real store, real object store, real fonts. */
export const openVenueInstallation = () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-venues-'));
  const clock = standingClock(noon);
  const keys = keysOf('ours');
  const publicUrl = 'https://ride.example.cn';
  const store = openSqliteStore({ folder: join(folder, 'store') });
  const key = new Uint8Array(32).fill(7);
  const objects = openDiskObjects({ folder: join(folder, 'objects'), key, publicUrl, clock });
  const needs = {
    store,
    objects,
    clock,
    keys,
    publicUrl,
    fontFiles: makeNotoSansSc(),
    cityOf: makeCityOf({ store, clock }),
  };
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { needs, clock, resolveCode: makeResolveCode(needs), close };
};

const wuhan = join(__dirname, '../../cities/420100');

/** Wuhan's settings, as they lie in `cities/`. */
export const wuhanSettings = () => readFileSync(join(wuhan, 'settings.json'), 'utf8');

/** A plain file of Wuhan. */
export const wuhanFile = (name: string) => readFileSync(join(wuhan, name), 'utf8');

/** All tables of Wuhan's venues, by name. */
export const wuhanVenues = (): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(join(wuhan, 'venues')).map((name) => [name, wuhanFile(`venues/${name}`)]));
