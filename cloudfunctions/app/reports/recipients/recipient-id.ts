import { createHash } from 'node:crypto';
import type { Scope } from '@tongcheng/shared/scope';

/** A recipient's id follows from city or province and address: the same address is the same recipient, however it is written. */
export function recipientIdOf({ level, code }: Scope, address: string): string {
  const place = level === 'province' ? `p${code}` : code;
  return `${place}-${createHash('sha256').update(`${place}\n${address.toLowerCase()}`).digest('hex').slice(0, 24)}`;
}
