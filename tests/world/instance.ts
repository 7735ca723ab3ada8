import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFileService } from '@tongcheng/cloudfunctions/adapters/key-file/key-file';
import { openSqliteStore } from '@tongcheng/cloudfunctions/adapters/sqlite/open-sqlite-store';
import { countCards } from '@tongcheng/cloudfunctions/app/cards/cards-of';
import { defaultAttempts } from '@tongcheng/cloudfunctions/app/identity/attempts/take-attempt';
import { makeEraser } from '@tongcheng/cloudfunctions/app/retention/erase-records';
import { makeTracingHoldUntil } from '@tongcheng/cloudfunctions/app/rides/journeys/tracing-hold-until';
import { makeCallerOf } from '@tongcheng/cloudfunctions/app/sessions/caller-of';
import { makeLimits } from '@tongcheng/cloudfunctions/app/sessions/limits';
import { revocationList } from '@tongcheng/cloudfunctions/app/sessions/revocations';
import { makeSigningKeys } from '@tongcheng/cloudfunctions/app/sessions/signing-keys';
import { makeTokens } from '@tongcheng/cloudfunctions/app/sessions/tokens';
import type { DocumentStore } from '@tongcheng/cloudfunctions/ports/document-store';
import type { Log } from '@tongcheng/cloudfunctions/ports/log';
import { makeVault } from '@tongcheng/cloudfunctions/vault/make-vault';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import { seededChance } from './chance';
import { standingClock } from './clock';
import { keysIn } from './keys';
import { cityServices } from './services';

/** A master key that only tests know. */
export const testMaster = new Uint8Array(createHash('sha256').update('test master').digest());

/** Says nothing; a test that reads the log brings its own. */
const silentLog: Log = { event: () => undefined };

/** What the identity, cards and oversight rooms need, over one store. A second one over the same store is a second instance. */
export async function instanceOver(store: DocumentStore, clock = standingClock(), seed = 'one') {
  const keys = keyFileService(testMaster);
  const chance = seededChance(seed);
  const vault = await makeVault({ store, keys, keyStore: keysIn(store, clock), chance, clock });
  const tokens = makeTokens(await keys.derive('access-tokens'), clock);
  const callerOf = makeCallerOf(tokens, revocationList({ store, clock, vault }));
  const limits = makeLimits(clock);
  const services = cityServices(clock);
  return {
    store,
    clock,
    chance,
    keys,
    vault,
    tokens,
    signingKeys: makeSigningKeys(await keys.derive('scan-signing')),
    callerOf,
    limits,
    services,
    countCards,
    eraser: makeEraser(store),
    consentVersion,
    tracingHoldUntil: makeTracingHoldUntil({ store, clock, vault }),
    attemptsADay: defaultAttempts,
    log: silentLog,
    publicUrl: 'http://127.0.0.1:8080',
    onCallPhones: ['13900000001'],
    ...services.ports,
  };
}

/** A folder of its own with a real store, gone after the test. */
export function ownStore() {
  const folder = mkdtempSync(join(tmpdir(), 'tongcheng-identity-'));
  const store = openSqliteStore({ folder });
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, store, close };
}
