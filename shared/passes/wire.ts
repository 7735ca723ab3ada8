import * as z from 'zod';
import { PassCounter } from '../venues/pass-settings';
import { Id, WireInstant } from '../wire';

export { PassCounter };

/** A pass as its holder sees it. */
export const PassView = z.strictObject({
  passId: Id,
  issuedAt: WireInstant,
  endsAt: WireInstant,
  state: z.enum(['valid', 'ended', 'revoked']),
  /** On the phone, or printed at a counter. */
  issuedBy: z.enum(['phone', 'counter']),
});
export type PassView = z.output<typeof PassView>;

/** Bytes as base64url. */
const Bytes = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(most);

/** A public key as text: the name of its suite, a dot, the key (`shared/credentials/public-key.ts`). */
export const PublicKeyText = z
  .string()
  .regex(/^(?:ed25519|es256|sm2)\.[A-Za-z0-9_-]+$/)
  .max(80);

/** What a phone shows a pass by, until the next person check (P-07). */
export const SignedPass = z.strictObject({
  pass: PassView,
  /** The certificate over the phone's public key. */
  certificate: Bytes(2_000),
  /** Opens the commitment inside it to name and number; stays with the rider. */
  opening: Bytes(100),
  /** After it the check is asked again. */
  showsUntil: WireInstant,
});
export type SignedPass = z.output<typeof SignedPass>;

/** The mark of a version of a list, as an entity tag: who holds it already is not sent the list again. */
export const ListTag = z.string().min(1).max(60);

/** A list as signed bytes, or none where the caller holds this version. */
export const SignedList = z.strictObject({
  tag: ListTag,
  list: z
    .string()
    .regex(/^[A-Za-z0-9_-]*$/)
    .max(400_000)
    .exactOptional(),
});
