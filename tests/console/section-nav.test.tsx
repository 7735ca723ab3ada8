import { screen, within } from '@testing-library/react';
import type { Section } from '../../console/src/client/section';
import { SectionMenu } from '../../console/src/features/oversight/section-menu';
import { SectionNav } from '../../console/src/features/oversight/section-nav';
import { sections } from '../../console/src/sections';
import { show } from './screens';

const pathsOf = (list: HTMLElement) =>
  within(list)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));

test('the menu has every section once, in named groups', () => {
  show(<SectionNav sections={sections} />, { language: 'en' });
  const nav = screen.getByRole('navigation', { name: 'Sections' });
  expect(pathsOf(screen.getByRole('list', { name: 'Reports' }))).toEqual(['/reports', '/recipients']);
  expect([...pathsOf(nav)].sort()).toEqual(sections.map(({ path }) => path).sort());
});

test('a group of which an official sees nothing is left out', () => {
  const seen: readonly Section[] = sections.filter(({ group }) => group === 'places');
  show(<SectionNav sections={seen} />, { language: 'en' });
  expect(screen.getAllByRole('list')).toHaveLength(1);
});

test('the narrow head says where one is, or that there are sections', () => {
  show(<SectionMenu sections={sections} />);
  expect(screen.getByRole('button', { name: '栏目 栏目' }).getAttribute('aria-expanded')).toBe('false');
});
