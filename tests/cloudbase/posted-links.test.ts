import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

const page = readFileSync('deploy/cloudbase/web/404.html', 'utf8');
const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];

/** Where the page of a static site leads from an address; undefined when it stays. */
function from(pathname: string): string | undefined {
  let led: string | undefined;
  const replace = (to: string) => {
    led = to;
  };
  runInNewContext(script, { window: { location: { pathname, replace } } });
  return led;
}

test('W-01 a posted link on static hosting opens the app straight at the scan', () => {
  expect(from('/R/2NJCT840002K00JBDVHXJ52HTXTATM')).toBe('/app/#/pages/scan/index?code=2NJCT840002K00JBDVHXJ52HTXTATM');
  expect(from('/r/abc/')).toBe('/app/#/pages/scan/index?code=abc');
});

test.each(['/', '/R/', '/R/%22%3e', '/R/a/b', '/other', `/R/${'A'.repeat(65)}`])(
  '%s leads nowhere by itself',
  (path) => {
    expect(from(path)).toBeUndefined();
  },
);
