import { act, render } from '@testing-library/react';
import { type Answer, createClient, type EndpointName, type Transport } from '@tongcheng/shared/client';
import type { OfficialSession } from '@tongcheng/shared/oversight/sessions';
import type { Language } from '@tongcheng/shared/text';
import type { ReactNode } from 'react';
import { ClientProvider } from '../../console/src/client/client-context';
import { OfficialProvider } from '../../console/src/client/official-context';
import { type Cities, noCities } from '../../console/src/client/use-cities';
import { LanguageProvider } from '../../console/src/ui/language';
import { officialSession } from './samples';

/** Answers by endpoint: what a server would say, given the input. Those not named have no network. */
export type Answers = { readonly [N in EndpointName]?: (input: unknown) => Answer<N> };

/** A transport that answers from a table and keeps what it was asked. */
const transportOf = (answers: Answers) => {
  const asked: { readonly name: string; readonly input: unknown }[] = [];
  const table = new Map<string, (input: unknown) => unknown>(Object.entries(answers));
  const transport: Transport = async ({ path, body }) => {
    const name = path.replace('/api/', '');
    asked.push({ name, input: body });
    const answer = table.get(name);
    if (!answer) throw new Error('no network');
    return { status: 200, body: answer(body) };
  };
  return { transport, asked };
};

/** What the kit asks of a browser and jsdom has not: nothing changes its size here, and no screen is narrow. */
class StillSizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= StillSizes;
globalThis.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

const styleOf = globalThis.getComputedStyle;
globalThis.getComputedStyle = (element) => styleOf(element);

/** The kit draws some of itself in the frames after: what a frame changes belongs to the test, as what an event changes does. */
const frame = globalThis.requestAnimationFrame;
globalThis.requestAnimationFrame = (draw) => frame((at) => act(() => draw(at)));

/** What a screen wrote into the address is gone before the next test; screens are gone by then. */
afterEach(() => window.history.replaceState(null, '', '/'));

interface Scene {
  readonly answers?: Answers;
  readonly language?: Language;
  readonly session?: OfficialSession;
  readonly cities?: Cities;
}

/** Shows a screen as the console would, with answers from a table. */
export const show = (
  screen: ReactNode,
  { answers = {}, language = 'zh', session = officialSession(), cities = noCities }: Scene = {},
) => {
  const { transport, asked } = transportOf(answers);
  const client = createClient(transport, () => 'token');
  const shown = render(
    <LanguageProvider initial={language}>
      <ClientProvider client={client}>
        <OfficialProvider session={session} city="420100" cities={cities}>
          {screen}
        </OfficialProvider>
      </ClientProvider>
    </LanguageProvider>,
  );
  return { ...shown, asked };
};

/** A refusal as it arrives. */
export const refusal = <N extends EndpointName>(
  failure: Extract<Answer<N>, { readonly ok: false }>['failure'],
): Answer<N> => ({ ok: false, failure });
