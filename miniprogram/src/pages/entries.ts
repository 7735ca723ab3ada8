import type { Text } from '@tongcheng/shared/text';
import { cityRecord } from '../client/city-cache';
import { useRecord } from '../client/phone';
import type { IconName } from '../ui/icon';
import { goTo } from './go-to';
import { declarationOf, type PageName, pagesWhere, titleOf } from './pages';

/** A line that leads to a page. */
export interface PageEntry {
  readonly name: PageName;
  readonly icon: IconName;
  readonly title: Text;
  readonly open: () => void;
}

/** The lines of the menu or of the account page: the pages declared for it, as far as the city has what they show. */
export function usePageEntries(of: 'menu' | 'account'): readonly PageEntry[] {
  const offered = useRecord(cityRecord).city?.capabilities ?? ['city'];
  const isOffered = (name: PageName) => {
    const { capability } = declarationOf(name);
    return capability === undefined || offered.includes(capability);
  };
  return pagesWhere((page) => page[of] !== undefined)
    .filter(isOffered)
    .flatMap((name) => {
      const icon = declarationOf(name)[of];
      return icon === undefined ? [] : [{ name, icon, title: titleOf(name), open: () => goTo(name) }];
    });
}
