import { createHmac } from 'node:crypto';
import { bytesToBase32 } from '@tongcheng/shared/base32';
import {
  type DepartureCode,
  departureCodeBody,
  departureCodeInText,
  departureLink,
  readDepartureCode,
  resemblesDepartureCode,
  signDepartureCode,
} from '@tongcheng/shared/coaches/departure-code';
import { newId } from '@tongcheng/shared/ids';
import { isPlate } from '@tongcheng/shared/venues/plates';
import { codeInText, readRideCode } from '@tongcheng/shared/venues/ride-code';
import * as fc from 'fast-check';
import qrcode from 'qrcode-generator';
import { seededChance } from '../world/chance';
import { noon } from '../world/clock';

const { bytes } = seededChance('departure codes');
const key = bytes(32);
const aCode = (more: Partial<DepartureCode> = {}): DepartureCode => ({
  demonstration: false,
  asksAddresses: false,
  city: '210100',
  departureId: newId(noon, bytes),
  sessionId: newId(noon, bytes),
  plate: '辽A12345',
  ...more,
});

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const plates = fc
  .tuple(
    fc.constantFrom(...'京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'),
    fc.constantFrom(...letters),
    fc.stringMatching(/^[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]$|^D[0-9]{5}$|^[0-9]{5}D$/),
  )
  .map((parts) => parts.join(''))
  .filter(isPlate);

test('a code says what was put into it, of every plate', () => {
  fc.assert(
    fc.property(plates, fc.boolean(), fc.boolean(), (plate, demonstration, asksAddresses) => {
      const code = aCode({ plate, demonstration, asksAddresses });
      const signed = signDepartureCode(key, code);
      expect(readDepartureCode(signed)).toEqual({
        fields: code,
        body: departureCodeBody(code),
        mac: signed.slice(-16),
      });
    }),
    { numRuns: 500 },
  );
});

test('the signature of the phone is the one that a server makes with its own library', () => {
  const code = aCode();
  const mac = createHmac('sha256', key)
    .update(`tongcheng-departure-1\n${departureCodeBody(code)}`)
    .digest()
    .subarray(0, 10);
  expect(signDepartureCode(key, code)).toBe(departureCodeBody(code) + bytesToBase32(mac));
});

test('every other character makes another code or none', () => {
  const signed = signDepartureCode(key, aCode());
  const kinds = new Set<string>();
  for (let at = 0; at < signed.length; at += 1) {
    const other = signed.charAt(at) === '7' ? '8' : '7';
    const changed = readDepartureCode(signed.slice(0, at) + other + signed.slice(at + 1));
    kinds.add(changed ? 'another' : 'none');
    expect(changed && signDepartureCode(key, changed.fields)).not.toBe(
      signed.slice(0, at) + other + signed.slice(at + 1),
    );
  }
  expect(kinds).toEqual(new Set(['another', 'none']));
  expect(readDepartureCode(signed.slice(0, -1))).toBeUndefined();
  expect(resemblesDepartureCode(signed.slice(0, -1))).toBe(true);
});

test('the link of the longest plate at a long host is a QR code of at most version 6', () => {
  const host = 'https://tongcheng.jt.ln.gov.cn.example';
  const text = departureLink(host, signDepartureCode(key, aCode({ plate: '辽AD12345' })));
  const qr = qrcode(0, 'M');
  qr.addData(text, 'Alphanumeric');
  qr.make();
  expect((qr.getModuleCount() - 17) / 4).toBeLessThanOrEqual(6);
});

test('ride codes and codes of departures are told apart, bare and in links', () => {
  const signed = signDepartureCode(key, aCode());
  const link = departureLink('https://host.example', signed);
  for (const text of [signed, link, encodeURIComponent(encodeURIComponent(link)), `${link}?from=chat`]) {
    expect(departureCodeInText(text)).toBe(signed);
  }
  const ride = `2${'0'.repeat(29)}`;
  expect(readRideCode(ride)).toBeDefined();
  expect(departureCodeInText(ride)).toBeUndefined();
  expect(departureCodeInText(`HTTPS://HOST/R/${ride}`)).toBeUndefined();
  expect(codeInText(signed)).toBeUndefined();
  expect(readRideCode(signed)).toBeUndefined();
});
