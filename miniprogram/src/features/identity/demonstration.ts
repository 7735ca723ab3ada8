import { type DocumentKind, documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { hasFields } from '../../client/records';
import { fetchJson } from '../../platform/network/transport';
import type { Draft } from './draft';

/** A made-up person of the simulated city as a draft, or undefined when none comes. */
export async function fetchDemonstration(url: string): Promise<Partial<Draft> | undefined> {
  const sheet = await fetchJson(url);
  if (!hasFields(sheet, 'name', 'documentKind', 'documentNumber', 'phone')) return undefined;
  const kind = documentKinds.find((known) => known === sheet.documentKind);
  return kind && draftOf(kind, [sheet.documentNumber, sheet.name, sheet.phone]);
}

function draftOf(kind: DocumentKind, [number, name, phone]: readonly unknown[]): Partial<Draft> | undefined {
  if (typeof number !== 'string' || typeof name !== 'string' || typeof phone !== 'string') return undefined;
  return { kind, number, name, phone, demonstration: true };
}
