/** @jest-environment jsdom */
import { sectionAddress, tidySectionAddress } from '../../console/src/ui/use-address-state';

test('a link into a section keeps its filter in another tab: it stands before the #, where screens read it', () => {
  expect(sectionAddress('/reports?deliveries.state=failed')).toBe('?deliveries.state=failed#/reports');
  expect(sectionAddress('/live')).toBe('#/live');
});

test('an address with its filter behind the # is brought into order', () => {
  window.history.replaceState(null, '', '#/reports?deliveries.state=failed');
  tidySectionAddress();
  expect(window.location.hash).toBe('#/reports');
  expect(window.location.search).toBe('?deliveries.state=failed');
  tidySectionAddress();
  expect(window.location.hash).toBe('#/reports');
});
