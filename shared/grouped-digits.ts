/** How many characters stand together, by what the number looks like. */
const groupsOf = (text: string): readonly number[] => {
  if (/^[\d*]{17}[\dXx*]$/.test(text)) return [6, 8, 4];
  if (/^1[\d*]{10}$/.test(text)) return [3, 4, 4];
  const fours = Array.from({ length: Math.ceil(text.length / 4) }, () => 4);
  // Of a masked number from abroad the last four are what its owner knows it by.
  const over = text.length % 4;
  return text.startsWith('+') && text.includes('*') && over > 0 ? [4 + over, ...fours.slice(2)] : fours;
};

const shortestLong = 9;

/**
 * A long number in groups that an eye can compare: a resident ID as place, birth and rest, a mobile number as 3-4-4, others in
 * fours. Shorter ones, and what is no number, stay as they are.
 */
export function groupedDigits(text: string): string {
  const whole = text.replace(/\s/g, '');
  if (whole.length < shortestLong || !/^\+?[A-Za-z]{0,3}[\d*]{6,}[A-Za-z\d*]*$/.test(whole)) return text;
  if (whole.startsWith('+') && !whole.includes('*')) return text;
  const groups: string[] = [];
  for (const size of groupsOf(whole)) groups.push(whole.slice(groups.join('').length).slice(0, size));
  return groups.join(' ');
}
