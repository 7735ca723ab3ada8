const weights = [7, 3, 1];

/** The check digit of ICAO 9303 for a field of a machine-readable zone: digits count themselves, A to Z 10 to 35, the filler nothing. */
export const zoneCheck = (field: string): string =>
  String(
    Array.from(field).reduce((sum, character, place) => sum + zoneValue(character) * (weights[place % 3] ?? 0), 0) % 10,
  );

function zoneValue(character: string): number {
  if (character === '<') return 0;
  const digit = '0123456789'.indexOf(character);
  return digit >= 0 ? digit : character.charCodeAt(0) - 55;
}
