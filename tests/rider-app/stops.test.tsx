import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import {
  type JourneyPart,
  LegChoice,
  legWords,
  placesOfJourney,
} from '../../miniprogram/src/features/coaches/leg-choice';

afterEach(cleanup);

const journey = {
  origin: { name: '沈阳站' },
  stops: [{ name: '辽阳站' }, { name: '鞍山站' }],
  destination: { name: '大连站' },
};
const places = placesOfJourney(journey);

/** The choice as a page has it; `told` is what it holds last. */
function Page({ told }: { readonly told: (leg: JourneyPart) => void }) {
  const [leg, setLeg] = useState<JourneyPart>({});
  told(leg);
  return <LegChoice places={places} leg={leg} onChange={setLeg} />;
}

const group = (name: string): readonly (string | null)[] =>
  [...screen.getByRole('group', { name }).querySelectorAll('button')].map(({ textContent }) => textContent);

test('a passenger of a journey with stops chooses where to get on and off, never off before on; the whole way says nothing', () => {
  let held: JourneyPart = {};
  render(<Page told={(leg) => (held = leg)} />);
  expect(group('上车站')).toEqual(['沈阳站', '辽阳站', '鞍山站']);
  expect(group('下车站')).toEqual(['辽阳站', '鞍山站', '大连站']);
  fireEvent.click(screen.getAllByRole('button', { name: '辽阳站' })[1] ?? document.body);
  expect(held).toEqual({ alightsAt: 1 });
  fireEvent.click(screen.getAllByRole('button', { name: '辽阳站' })[0] ?? document.body);
  expect(held).toEqual({ boardsAt: 1, alightsAt: 2 });
  expect(group('下车站')).toEqual(['鞍山站', '大连站']);
  fireEvent.click(screen.getByRole('button', { name: '沈阳站' }));
  fireEvent.click(screen.getByRole('button', { name: '大连站' }));
  expect(held).toEqual({});
});

test('without stops nothing is asked, and a whole journey needs no words', () => {
  render(<LegChoice places={placesOfJourney({ ...journey, stops: [] })} leg={{}} onChange={() => undefined} />);
  expect(screen.queryAllByRole('button')).toEqual([]);
  expect(legWords({}, places)).toBeUndefined();
  expect(legWords({ boardsAt: 1 }, places)).toBe('辽阳站 → 大连站');
  expect(legWords({ boardsAt: 1 }, [])).toBeUndefined();
});
