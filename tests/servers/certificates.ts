import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, both as PEM. */
interface Certified {
  readonly cert: string;
  readonly key: string;
}

/** An authority of a test's own. */
export interface Authority {
  readonly cert: string;
  /** A server's certificate for a host name, valid from now for an hour, or for another time. */
  readonly certify: (host: string, valid?: { readonly from: number; readonly until: number }) => Certified;
}

const tlv = (tag: number, content: Buffer): Buffer => {
  const { length } = content;
  const sizes = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...sizes]), content]);
};
const sequence = (...parts: Buffer[]) => tlv(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]) => tlv(0x31, Buffer.concat(parts));
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'));
const text = (value: string) => tlv(0x0c, Buffer.from(value));
const bits = (content: Buffer) => tlv(0x03, Buffer.concat([Buffer.from([0]), content]));
const octets = (content: Buffer) => tlv(0x04, content);
const yes = tlv(0x01, Buffer.from([0xff]));
const time = (at: number) =>
  tlv(0x17, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const named = (name: string) => sequence(set(sequence(oid('550403'), text(name))));
const extension = (id: string, value: Buffer) => sequence(oid(id), yes, octets(value));
const isAuthority = extension('551d13', sequence(yes));
const forHost = (host: string) => {
  const isAddress = /^[\d.]+$/.test(host);
  const name = isAddress ? tlv(0x87, Buffer.from(host.split('.').map(Number))) : tlv(0x82, Buffer.from(host));
  return extension('551d11', sequence(name));
};

/** X.509 of version 3, signed by ECDSA over P-256. */
function certificate(parts: {
  readonly of: { readonly name: string; readonly key: KeyObject };
  readonly by: { readonly name: string; readonly key: KeyObject };
  readonly from: number;
  readonly until: number;
  readonly extension: Buffer;
}): string {
  const serial = tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const body = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    serial,
    ecdsaWithSha256,
    named(parts.by.name),
    sequence(time(parts.from), time(parts.until)),
    named(parts.of.name),
    parts.of.key.export({ format: 'der', type: 'spki' }),
    tlv(0xa3, sequence(parts.extension)),
  );
  const whole = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, parts.by.key)));
  return `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

/** Makes an authority that nobody but the test knows. */
export function ownAuthority(name = 'Authority of a test'): Authority {
  const hour = 3_600_000;
  const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = pair();
  const by = { name, key: own.privateKey };
  const now = Date.now();
  const around = { from: now - hour, until: now + hour };
  return {
    cert: certificate({ of: { name, key: own.publicKey }, by, ...around, extension: isAuthority }),
    certify: (host, valid = around) => {
      const { publicKey, privateKey } = pair();
      const cert = certificate({ of: { name: host, key: publicKey }, by, ...valid, extension: forHost(host) });
      return { cert, key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
    },
  };
}
