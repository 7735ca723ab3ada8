import type { Answer, Client } from '@tongcheng/shared/client';
import type { OfficialSession, StaffSession } from '@tongcheng/shared/oversight/sessions';
import { lastingStorage, tabStorage } from '../platform/text-storage';
import { createSessionStore, type Renewal, type SessionStore } from './session-store';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const hasTexts = (value: unknown, ...names: readonly string[]): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && names.every((name) => typeof Reflect.get(value, name) === 'string');

const isOfficial = (value: unknown): value is OfficialSession =>
  hasTexts(value, 'accessToken', 'refreshToken', 'officialId', 'login') &&
  Array.isArray(value.roles) &&
  Array.isArray(value.cities);

const isStaff = (value: unknown): value is StaffSession =>
  hasTexts(value, 'accessToken', 'refreshToken', 'staffId', 'displayName') && Array.isArray(value.venues);

const renewalOf = <S>(answer: {
  readonly ok: boolean;
  readonly value?: S;
  readonly failure?: { readonly code: string };
}): Renewal<S> => {
  if (answer.ok && answer.value !== undefined) return { kind: 'renewed', session: answer.value };
  return answer.failure?.code === 'session-ended' ? { kind: 'ended' } : { kind: 'unanswered' };
};

/** An official's session, gone when the tab is closed: consoles stand in shared offices. */
export const officialSessions = (bare: Client): SessionStore<OfficialSession> =>
  createSessionStore<OfficialSession>({
    tokenStorage: tabStorage('tongcheng.console.session'),
    parse: (text) => {
      const value = parsed(text);
      return isOfficial(value) ? value : undefined;
    },
    refresh: async ({ refreshToken }) => {
      const answer: Answer<'oversight.refresh-official'> = await bare.call('oversight.refresh-official', {
        refreshToken,
      });
      return renewalOf(answer);
    },
  });

/** A verification screen's session, kept over restarts of the tablet: its invitation worked once. */
export const staffSessions = (bare: Client): SessionStore<StaffSession> =>
  createSessionStore<StaffSession>({
    tokenStorage: lastingStorage('tongcheng.verify.session'),
    parse: (text) => {
      const value = parsed(text);
      return isStaff(value) ? value : undefined;
    },
    refresh: async ({ refreshToken }) => {
      const answer: Answer<'oversight.refresh-staff'> = await bare.call('oversight.refresh-staff', { refreshToken });
      return renewalOf(answer);
    },
  });

/** The invitation in the fragment of the page's address, or an empty text. A fragment never reaches a server's log. */
export const invitationIn = (fragment: string): string =>
  new URLSearchParams(fragment.replace(/^#\/?\??/, '')).get('invitation') ?? '';
