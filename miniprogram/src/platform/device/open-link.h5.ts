import type { OpenedElsewhere } from './open-link';

/** A page opens beside this one, so that the rider finds it again where they left it; another app by its own scheme, where it is installed. */
export const openLink = async (link: string | undefined): Promise<OpenedElsewhere> => {
  if (link === undefined) return 'failed';
  if (/^(?:https?:|\/)/.test(link)) window.open(link, '_blank', 'noopener');
  else window.location.assign(link);
  return 'opened';
};
