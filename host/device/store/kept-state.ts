import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DevicePlace } from '@tongcheng/shared/devices/device-place';
import * as z from 'zod';
import { writeFlushed } from './flushed-file';

/** What a gate remembers of itself between starts: no key, no card. */
const KeptState = z.strictObject({
  server: z.string(),
  deviceId: z.string(),
  name: z.string(),
  /** A fire or power alarm is on: it outlasts a start. */
  alarm: z.boolean(),
  /** Which way riders go here: an exit holds nobody, even before the server was heard. */
  direction: DevicePlace.shape.direction.exactOptional(),
});
export type KeptState = z.output<typeof KeptState>;

const pathIn = (folder: string) => join(folder, 'gate.json');

/** What the folder remembers; undefined before the device was enrolled. */
export const keptStateIn = (folder: string): KeptState | undefined =>
  existsSync(pathIn(folder)) ? KeptState.parse(JSON.parse(readFileSync(pathIn(folder), 'utf8'))) : undefined;

/** Remembers it, whole or not at all. */
export const keepState = (folder: string, state: KeptState): void =>
  writeFlushed(pathIn(folder), `${JSON.stringify(state, null, 2)}\n`);
