import { act, fireEvent, screen } from '@testing-library/react';
import { WallApp } from '../../console/src/wall/wall-app';
import { show } from './screens';

const name = { zh: '武汉（模拟）', en: 'Wuhan (simulated)' };
const departure = {
  ...{ departureId: '01M00000000000000000000001', plate: '辽A12345', serviceNumber: 'A1001', service: 'line' },
  ...{
    from: { zh: '南塔客运站', en: 'Nanta' },
    to: { zh: '大连', en: 'Dalian' },
    departsAt: Date.UTC(2026, 10, 20, 2),
  },
  ...{ link: 'HTTP://TEST/R/4ABC', outside: false, demonstration: false, aboard: 9, registered: 4 },
};
const pages: Readonly<Record<string, unknown>> = {
  '/city/wall.json': { city: '420100', name, posters: [], addresses: {} },
  '/city/departures.json': {
    name: { zh: '辽宁', en: 'Liaoning' },
    open: [departure, { ...departure, plate: '辽A54321', demonstration: true }],
    next: [],
    awaited: [],
  },
};

const shownWith = async (told: Readonly<Record<string, unknown>>) => {
  show(<WallApp get={async (path) => told[path]} />);
  await act(async () => undefined);
};

test('the coaches of the province are a part of the wall of their own: a code leads to its registration, how far it is stands beside', async () => {
  await shownWith(pages);
  fireEvent.click(screen.getByRole('button', { name: '辽宁客运' }));
  const [card, practice] = screen.getAllByRole('link');
  expect(card?.getAttribute('href')).toBe('/R/4ABC');
  expect(card?.textContent).toMatch(/10:00.*辽A·12345.*南塔客运站 开往 大连.*已登记 4 \/ 车上 9/s);
  expect(practice?.textContent).toContain('演示码');
  fireEvent.click(screen.getByRole('button', { name: '武汉（模拟）' }));
  expect(screen.queryByText(/南塔客运站/)).toBeNull();
});

test('without a simulated province the wall has no second part', async () => {
  await shownWith({ '/city/wall.json': pages['/city/wall.json'] });
  expect(screen.queryByRole('button', { name: /客运/ })).toBeNull();
  screen.getByText('没有找到。换个词试试。');
});
