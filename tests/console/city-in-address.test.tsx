import { act, fireEvent, render, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { useCityInAddress } from '../../console/src/client/use-city-in-address';

const codes = ['420100', '210100'] as const;
const places = ['/terms', '/coaches', '/morning'];
const isPlace = (place: string) => places.includes(place);

/** Leads on once, as it comes, as the console's redirect to the first section does. */
function FirstPlace() {
  useLayoutEffect(() => window.history.replaceState(null, '', '/morning'), []);
  return null;
}

/** Places are paths here, where the console has them behind the `#`. */
function Page({ of }: { readonly of: readonly string[] }) {
  const { city, place, choose } = useCityInAddress(of, isPlace);
  return (
    <>
      <button type="button" data-part="city" onClick={() => choose('210100')}>
        {`${city} ${place}`}
      </button>
      {isPlace(place) ? <h1>{place}</h1> : <FirstPlace />}
    </>
  );
}

const opened = (address: string, of: readonly string[] = codes) => {
  window.history.replaceState(null, '', address);
  render(<Page of={of} />);
};
const shown = () => [screen.getByRole('button').textContent, window.location.search];

afterEach(() => window.history.replaceState(null, '', '/'));

test('with several cities the address names the one that is worked in, from the first on', () => {
  opened('/terms');
  expect(shown()).toEqual(['420100 /terms', '?city=420100']);
  fireEvent.click(screen.getByRole('button'));
  expect(shown()).toEqual(['210100 /terms', '?city=210100']);
});

test('an address that is sent opens in its city, and one of a city that is not the reader’s in the reader’s own', () => {
  opened('/coaches?city=210100');
  expect(shown()).toEqual(['210100 /coaches', '?city=210100']);
  act(() => window.history.pushState(null, '', '/coaches?city=999999'));
  expect(shown()).toEqual(['210100 /coaches', '?city=210100']);
});

test('a link with words of its own keeps the city', () => {
  opened('/morning?city=210100');
  act(() => window.history.pushState(null, '', '/coaches?coaches.day=2026-11-30'));
  expect(shown()).toEqual(['210100 /coaches', '?coaches.day=2026-11-30&city=210100']);
});

test('with one city the address says nothing of it', () => {
  opened('/terms', ['420100']);
  expect(shown()).toEqual(['420100 /terms', '']);
});

test.each(['/', '/no-such-section'])(
  'at %s the first section is shown, in the city that the address names',
  (address) => {
    opened(address);
    expect(screen.getByRole('heading').textContent).toBe('/morning');
    expect(shown()).toEqual(['420100 /morning', '?city=420100']);
  },
);
