import { bareTextFaults } from './bare-text';
import { productOf, sourceOf, wholeTree } from './sources';

const screens = productOf(wholeTree()).filter(({ path }) => path.endsWith('.tsx'));
const faultsIn = (jsx: string) => bareTextFaults([sourceOf('console/src/a.tsx', `const A = () => ${jsx};`)]);

it('no text of a screen stands bare beside something else', () => {
  expect(screens.length).toBeGreaterThan(150);
  expect(bareTextFaults(screens)).toEqual([]);
});

describe('the guard of bare texts has failed once', () => {
  it.each([
    ['<p>{name} · {time}</p>', 3],
    ['<p><b>1</b> text</p>', 1],
    ['<p>{isOn && say(words)}{isOff && say(words)}</p>', 2],
    ['<p>{isOn ? <b>1</b> : say(words)}{isOff && <b>2</b>}</p>', 1],
    ['<p>{pieces.map((piece) => piece)}<b>1</b></p>', 1],
    ['<>{say(words)}</>', 1],
    ["<p>{isOn && <b>1</b>}{' '}<b>2</b></p>", 1],
  ])('%s', (jsx, count) => {
    expect(faultsIn(jsx)).toHaveLength(count);
  });

  it.each([
    '<p>{say(words)}</p>',
    "<p>{[name, time].join(' · ')}</p>",
    '<p><b>1</b> <i>{time}</i></p>',
    '<p>{isOn && <b>1</b>}<i>{time}</i>{children}</p>',
    '<ul><li>1</li>{all.map((each) => <li key={each}>{each}</li>)}</ul>',
  ])('but not for %s', (jsx) => {
    expect(faultsIn(jsx)).toEqual([]);
  });
});
