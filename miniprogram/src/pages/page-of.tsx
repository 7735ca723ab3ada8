import { useRouter } from '@tarojs/taro';
import { departureCodeInText } from '@tongcheng/shared/coaches/departure-code';
import { type ComponentType, useCallback, useEffect } from 'react';
import { VerifiedOnly } from '../features/identity/verified-only';
import { RecoveringScreen } from '../ui/recovering-screen';
import { Frame } from './frame';
import { goTo } from './go-to';
import { declarationOf, type PageName, type RouteParameters, titleOf } from './pages';
import { codeOfRoute } from './route-code';

/** What a screen gets of the address that opened its page. */
export interface ScreenProps {
  readonly parameters: RouteParameters;
  /** A scanned ride code that waits to be registered. */
  readonly code: string | undefined;
}

/**
 * The page that Taro opens: a declared page's frame around its screen, for those who may see it. `useCode` is where the page's waiting code
 * comes from, if not from its address alone.
 */
export function pageOf(name: PageName, Screen: ComponentType<ScreenProps>, useCode = codeOfRoute) {
  const { access, bar } = declarationOf(name);
  return function Page() {
    const { params: parameters } = useRouter();
    const code = useCode(parameters);
    const onNew = useCallback(() => goTo('register', { code }), [code]);
    const departure = takesDepartures(name) || code === undefined ? undefined : departureCodeInText(code);
    const screen = <Screen parameters={parameters} code={code} />;
    if (departure !== undefined) return <ToDeparture code={departure} />;
    return (
      <RecoveringScreen>
        <Frame title={titleOf(name, parameters)} bar={bar}>
          {access === 'verified' ? <VerifiedOnly onNew={onNew}>{screen}</VerifiedOnly> : screen}
        </Frame>
      </RecoveringScreen>
    );
  };
}

/** The page of the coach itself, and the steps that lead back to it. */
const takesDepartures = (name: PageName) => name === 'coach' || name === 'register';

/** The code of a coach's departure has a page of its own, which asks for no verified identity, whatever page the link opened. */
function ToDeparture({ code }: { readonly code: string }) {
  useEffect(() => goTo('coach', { code }), [code]);
  return null;
}
