import { canonicalJson } from '@tongcheng/cloudfunctions/app/audit/canonical-json';
import type { Json } from '@tongcheng/cloudfunctions/ports/document-store';
import fc from 'fast-check';

/** What the sums of the access log were over until it was written by hand. */
const asItWas = (value: Json): string =>
  JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

const names = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '0', '7', '10', '01', '-1', '4294967294', '4294967295', '99999999999', '__proto__', 'a"b', '名'),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    ...[fc.string({ unit: 'binary' }), fc.double(), fc.integer(), fc.boolean(), fc.constant(null)],
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(names, tie('json'), { maxKeys: 6 }),
  ),
}));

test('X-04 entries that earlier releases wrote keep their sums: the same text, byte for byte', () => {
  fc.assert(
    fc.property(json, (value) => expect(canonicalJson(value)).toBe(asItWas(value))),
    { numRuns: 3_000 },
  );
});

test('X-04 fields that are undefined are left out, as they are from the store', () => {
  const access = { who: 'w', day: undefined, counts: { riders: 1 } };
  expect(canonicalJson(JSON.parse('{"who":"w","counts":{"riders":1}}'))).toBe('{"counts":{"riders":1},"who":"w"}');
  expect(Reflect.apply(canonicalJson, undefined, [access])).toBe('{"counts":{"riders":1},"who":"w"}');
});
