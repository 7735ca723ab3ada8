import { groupedDigits } from '@tongcheng/shared/grouped-digits';

test.each([
  ['420106199003072345', '420106 19900307 2345'],
  ['11010119900307234X', '110101 19900307 234X'],
  ['4201**********2345', '4201** ******** 2345'],
  ['13800138000', '138 0013 8000'],
  ['138****8000', '138 **** 8000'],
  ['6228480402564890018', '6228 4804 0256 4890 018'],
  ['C1234567890', 'C123 4567 890'],
])('%s is read as %s', (typed, read) => {
  expect(groupedDigits(typed)).toBe(read);
});

test.each(['', '12345678', '张三', '138 0013', 'NONSENSE'])('%s stays as it is', (typed) => {
  expect(groupedDigits(typed)).toBe(typed);
});
