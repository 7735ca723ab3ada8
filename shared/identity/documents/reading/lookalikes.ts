/** Letters that readers of text take for a digit, and the digit they stand for. */
const digitOf: Readonly<Record<string, string>> = {
  ...{ O: '0', D: '0', Q: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' },
};

/** The other way round, where a letter may stand as well as a digit. A zone counts G and 6 alike, so that no check tells them apart. */
const letterOf: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '8': 'B' };

/** Text of a place that holds digits only: look-alike letters become the digits they were taken for. The length stays. */
export const asDigits = (text: string): string => text.replace(/[A-Z]/g, (letter) => digitOf[letter] ?? letter);

/** Every text that differs from this one by one look-alike, for places where letters and digits may both stand. */
export function oneLookalikeAway(text: string): readonly string[] {
  return Array.from(text).flatMap((character, place) => {
    const other = digitOf[character] ?? letterOf[character];
    return other === undefined ? [] : [text.slice(0, place) + other + text.slice(place + 1)];
  });
}
