import { openForCase, sealForCase } from './case-key';
import { openText, sealText } from './cipher';
import { copyFacts, subjectOfPerson } from './copy-facts';
import { makeDayKeys } from './day-keys';
import { findByDocument, subjectOfDocument } from './document-index';
import { enrol } from './enrol';
import { forget } from './forget';
import { cardToken, epochKey, eraseEpochsBefore, readerKey } from './gate-keys';
import { checkPair, withEpoch } from './key-pair';
import { keyedDigest } from './keyed-digest';
import { checkMaster, refuseOtherMaster } from './master-check';
import type { VaultNeeds } from './needs';
import { isNamed, masked, reveal } from './reveal';
import { openFor, sealFor } from './seal-for';
import type { Vault } from './vault';

/** The vault over a document store, a key service and a store of wrapped keys. Throws when the data is of another master key. */
export async function makeVault(given: VaultNeeds): Promise<Vault> {
  await refuseOtherMaster(given);
  await checkPair(given);
  await checkMaster(given);
  const needs = { ...given, keyStore: withEpoch(given.keyStore, given.store, given.clock.now) };
  const indexKey = Buffer.from(await needs.keys.derive('blind-index'));
  const hereKey = await needs.keys.derive('records-of-the-installation');
  const { day, destroyDays, liveDays } = makeDayKeys(needs);
  return {
    enrol: (facts, known = 'replaced') => enrol(needs, indexKey, facts, known),
    findByDocument: (kind, number) => findByDocument(needs, indexKey, kind, number),
    subjectOf: (kind, number) => subjectOfDocument(indexKey, kind, number),
    subjectOfPerson: (personId) => subjectOfPerson(needs, indexKey, personId),
    copyFacts: (personId, day, recordId, more) => copyFacts(needs, indexKey, personId, day, recordId, more),
    masked: (personId) => masked(needs, personId),
    isNamed: (personId, name) => isNamed(needs, personId, name),
    reveal: (personIds, _purpose) => reveal(needs, personIds),
    forget: (personId) => forget(needs, personId),
    sealFor: (personId, recordId, value) => sealFor(needs, personId, recordId, value),
    openFor: (personId, recordId, sealed) => openFor(needs, personId, recordId, sealed),
    sealHere: (recordId, value) => sealText(hereKey, recordId, value, needs.chance.bytes),
    openHere: (recordId, sealed) => openText(hereKey, recordId, sealed),
    sealForCase: (keptId, recordId, text) => sealForCase(needs, keptId, recordId, text),
    openForCase: (keptId, recordId, sealed) => openForCase(needs, keptId, recordId, sealed),
    destroyForCase: (keptId) => needs.keyStore.erase('case', [keptId]),
    readerKey: (city) => readerKey(needs, city),
    cardToken: (city, kind, number) => cardToken(needs, city, kind, number),
    epochKey: (city, epoch) => epochKey(needs, city, epoch),
    eraseEpochsBefore: (city, epoch) => eraseEpochsBefore(needs, city, epoch),
    blindIndex: async (purpose, value) => keyedDigest(indexKey, JSON.stringify([purpose, value])),
    day,
    destroyDay: (city, day, keyClass = 'city') => destroyDays([{ keyClass, city, day }]),
    destroyDays,
    liveDays,
  };
}
