import { decodedLink } from '@tongcheng/shared/venues/ride-code';
import type { RouteParameters } from './pages';

/**
 * The ride code that a page was opened with: `code` in whatever case a scanner left it, or WeChat's `q`, which holds the whole
 * scanned link. Codes are upper case only.
 */
export function codeOfRoute(parameters: RouteParameters): string | undefined {
  const code = parameters.code ?? parameters.CODE ?? parameters.Code;
  if (code !== undefined && code !== '') return decodedLink(code).toUpperCase();
  const link = parameters.q;
  return link === undefined || link === '' ? undefined : decodedLink(link);
}
