import { isPlate, paintedPlate, plainPlate } from '@tongcheng/shared/venues/plates';

test.each([
  '鄂A12345',
  '鄂AX1234',
  '鄂ATX123',
  '鄂AD12345',
  '鄂AF12345',
  '鄂ADA1234',
  '鄂A12345D',
  '鄂A12345F',
  '京A1234警',
  '粤B1234学',
  '辽B1234挂',
  '粤Z1234港',
  '粤Z1234澳',
])('%s is a plate', (plate) => {
  expect(isPlate(plate)).toBe(true);
  expect(plate.length).toBeLessThanOrEqual(8);
});

test.each([
  '',
  '鄂A1234',
  '鄂A1234567',
  '鄂I12345',
  '鄂O12345',
  '鄂A1234I',
  '鄂A1234O',
  'AA12345',
  '鄂a12345',
  '鄂A12345L',
  '鄂AL12345',
  '鄂A123挂5',
  '鄂A12345挂',
  'x鄂A12345',
  '鄂A12345\n',
  '鄂A12345 鄂A12346',
  '华A12345',
])('%j is none: the whole text is matched', (plate) => {
  expect(isPlate(plate)).toBe(false);
});

test('dots, spaces, dashes and small letters of a typed plate are put right', () => {
  for (const typed of ['鄂A·12345', '鄂a 12345', '鄂A-12345', '鄂Ａ•１２３４５'])
    expect(plainPlate(typed)).toBe('鄂A12345');
  expect(paintedPlate('鄂A12345D')).toBe('鄂A·12345D');
});
