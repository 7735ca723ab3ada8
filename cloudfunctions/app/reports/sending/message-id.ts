import { createHash } from 'node:crypto';

/**
 * The Message-ID of a delivery: the same for every attempt, so that a recipient's server can tell a duplicate; another one
 * when an official asks for it again, so that the server does not drop what was asked for.
 */
export const messageIdOf = (deliveryId: string, repeats: number, publicUrl: string): string => {
  const digest = createHash('sha256').update(`${deliveryId}\n${repeats}`).digest('hex').slice(0, 32);
  return `<report.${digest}@${domainOf(new URL(publicUrl).hostname)}>`;
};

/** A bare address of a machine is no domain. */
const domainOf = (host: string) => (/[a-z]/i.test(host) && !host.includes(':') ? host : 'tongcheng.invalid');
