import { storedForm } from '@tongcheng/shared/stored-form';
import { CityCode, Id, WireInstant } from '@tongcheng/shared/wire';
import * as z from 'zod';
import { SealBroken, type Vault } from '../../vault/vault';

/** A person check that was begun: sealed for the installation and handed to the phone, so that nothing of it is kept here. */
const CheckTicket = z.strictObject({
  checkId: z.string(),
  city: CityCode,
  wants: z.enum(['apply', 'show']),
  name: z.string(),
  documentNumber: z.string(),
  /** Typed, so that name and number are compared with the register once the face was. */
  isTyped: z.boolean(),
  /** The pass that is issued by it, if one is: asked twice, it is issued once. */
  passId: Id,
  beganAt: WireInstant,
  endsAt: WireInstant,
});
export type CheckTicket = Readonly<z.output<typeof CheckTicket>>;

const form = storedForm(CheckTicket);

/** It opens in the session that began it, and nowhere else. */
const sealOf = (sessionId: string): string => `pass-check.${sessionId}`;

/** The ticket as the phone keeps it. */
export const sealTicket = (vault: Pick<Vault, 'sealHere'>, sessionId: string, ticket: CheckTicket): string =>
  vault.sealHere(sealOf(sessionId), JSON.stringify(ticket));

/** The ticket in what a phone hands back; undefined when it is another session’s, changed, or none. */
export function openTicket(vault: Pick<Vault, 'openHere'>, sessionId: string, sealed: string): CheckTicket | undefined {
  try {
    return form.read(JSON.parse(vault.openHere(sealOf(sessionId), sealed)))?.value;
  } catch (fault) {
    if (fault instanceof SealBroken) return undefined;
    throw fault;
  }
}
