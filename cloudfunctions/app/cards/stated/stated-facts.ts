import { documentKinds } from '@tongcheng/shared/identity/documents/kinds';
import { storedForm } from '@tongcheng/shared/stored-form';
import * as z from 'zod';
import type { DocumentStore } from '../../../ports/document-store';
import type { Vault } from '../../../vault/vault';
import { cardClaims } from '../card-record';
import { type StatedCard, statedCards } from './stated-record';

/** A card and whose it is, in the clear: the form that is sealed, and the type. */
const StatedFacts = z.strictObject({
  number: z.string(),
  name: z.string(),
  documentKind: z.enum(documentKinds),
  documentNumber: z.string(),
});
export type StatedFacts = Readonly<z.output<typeof StatedFacts>>;

const form = storedForm(StatedFacts);

/** The facts as they are sealed. */
export const sealFacts = (vault: Pick<Vault, 'sealHere'>, recordId: string, facts: StatedFacts): string =>
  vault.sealHere(recordId, JSON.stringify(facts));

/** Opens what is sealed of a statement: here, or under the key of a list. */
export type StatedOpener = Pick<Vault, 'openHere' | 'openForCase'>;

/** The facts of a statement that holds. Throws when they cannot be read. */
export async function statedFacts(vault: StatedOpener, { _id, sealed, sealedUnder }: StatedCard): Promise<StatedFacts> {
  return factsInText(
    sealedUnder === undefined ? vault.openHere(_id, sealed) : await vault.openForCase(sealedUnder, _id, sealed),
  );
}

/** Facts in an opened seal. Throws when they are none. */
export function factsInText(opened: string): StatedFacts {
  const facts = form.read(JSON.parse(opened));
  if (!facts) throw new Error('a stated card that cannot be read');
  return facts.value;
}

/** More statements than anybody has of cards that hold. */
const mostCards = 50;

/** The statements that hold of one holder. */
export const statedFor = async (store: DocumentStore, holderId: string): Promise<readonly StatedCard[]> =>
  (await store.find(statedCards, { where: { holderId }, limit: mostCards })).items;

/** A claim of a number, and by whom. */
export interface ClaimedBy {
  readonly personId: string;
  readonly claimId: string;
}

/** Who these holders of claims are by what was stated of them, by holder; those of whom nothing holds are absent. */
export async function factsOfHolders(
  { store, vault }: { readonly store: DocumentStore; readonly vault: StatedOpener },
  claims: readonly ClaimedBy[],
): Promise<ReadonlyMap<string, StatedFacts>> {
  const all = new Map<string, StatedFacts>();
  for (const claimed of claims) {
    const card = all.has(claimed.personId) ? undefined : await statementBehind(store, claimed);
    if (card) all.set(claimed.personId, await statedFacts(vault, card));
  }
  return all;
}

/** The statement that claimed a number, which says where it lives; where that one ended another of the same holder. */
async function statementBehind(
  store: DocumentStore,
  { personId, claimId }: ClaimedBy,
): Promise<StatedCard | undefined> {
  const claim = await store.get(cardClaims, claimId);
  const card = claim && (await store.get(statedCards, claim.cardId));
  return card?.holderId === personId ? card : (await statedFor(store, personId))[0];
}
