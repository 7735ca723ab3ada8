import type { StaffPost } from '@tongcheng/city';
import { endpoints } from '@tongcheng/shared/api';
import type { Transport } from '@tongcheng/shared/client';
import { consentVersion } from '@tongcheng/shared/identity/consent';
import type { RiderSession } from '@tongcheng/shared/identity/wire';
import { idTime, newId } from '@tongcheng/shared/ids';
import type { StaffSession } from '@tongcheng/shared/oversight/sessions';
import { AssistedScanInput } from '@tongcheng/shared/rides/assisted-scan';
import { ScanInput, type ScanReply } from '@tongcheng/shared/rides/wire';
import { type Instant, minuteMs } from '@tongcheng/shared/time';
import { modes } from '@tongcheng/shared/venues/kinds';
import * as z from 'zod';
import { aCityView, anEligibility, aVenueView } from '../world/records';

/** A stand-in for the product beyond the wire: it parses every call and every answer by the real endpoint. */
export interface SmallProduct {
  readonly transport: Transport;
  readonly signInCode: (subject: string) => Promise<string>;
  readonly invite: (post: StaffPost) => Promise<string>;
  /** Scans by id, as they were stored. */
  readonly stored: Map<string, ScanReply & { readonly subject: string }>;
  readonly calls: Map<string, number>;
  /** While true, calls do not come through. */
  away: boolean;
}

interface Account {
  readonly subject: string;
  consent: boolean;
  authenticated: boolean;
}

const Batch = z.object({ scans: z.array(ScanInput) });
const Token = z.object({ subject: z.string(), until: z.number() });
const city = aCityView({ modes: [...modes], consentVersion });
const name = { zh: '车', en: 'Vehicle' };

/** A product that knows every link `…/R/<venueId>Z`, calls one that says so revoked and every other forged; red for those whom `refuses` names. */
export const smallProduct = (now: () => Instant, refuses: (subject: string) => boolean): SmallProduct => {
  const accounts = new Map<string, Account>();
  const refreshTokens = new Map<string, string>();
  const staffTokens = new Map<string, { readonly name: string; readonly venueIds: readonly string[] }>();
  const invitations = new Map<string, StaffPost>();
  const stored: SmallProduct['stored'] = new Map();
  const calls = new Map<string, number>();
  let given = 0;
  const sessionOf = (account: Account): RiderSession => {
    given += 1;
    const refreshToken = `refresh-${String(given).padStart(20, '0')}`;
    refreshTokens.set(refreshToken, account.subject);
    return {
      accessToken: JSON.stringify({ subject: account.subject, until: now() + 10 * minuteMs }),
      accessExpiresAt: now() + 10 * minuteMs,
      refreshToken,
      refreshExpiresAt: now() + 30 * 24 * 60 * minuteMs,
      account: {
        accountId: account.subject,
        authenticated: account.authenticated,
        boundCards: 0,
        standing: anEligibility({ identity: account.authenticated }),
        ...(account.consent && { consentVersion }),
      },
    };
  };
  /** An account of staff lives in the same table: its token names it. */
  const staffSession = (displayName: string, post: StaffPost): StaffSession => {
    given += 1;
    const refreshToken = `staff-${String(given).padStart(20, '0')}`;
    const subject = `staff ${post.postId}`;
    accounts.set(subject, { subject, consent: true, authenticated: true });
    staffTokens.set(refreshToken, { name: displayName, venueIds: post.venueIds });
    invitations.set(refreshToken, post);
    return {
      accessToken: JSON.stringify({ subject, until: now() + 10 * minuteMs }),
      accessExpiresAt: now() + 10 * minuteMs,
      refreshToken,
      refreshExpiresAt: now() + 12 * 60 * minuteMs,
      ...{ staffId: post.postId, displayName, role: post.role, city: '420100' },
      venues: post.venueIds.map((venueId) => aVenueView({ venueId, name })),
    };
  };
  const registerFor = (input: unknown): unknown => {
    const { scanId, venueId, enteredAt, whom, party = 1 } = AssistedScanInput.parse(input);
    const subject = whom.by === 'document' ? whom.documentNumber : whom.number;
    const scan = { scanId, code: `HTTPS://TEST/R/${venueId}Z`, scannedAt: enteredAt, sentAt: now(), party };
    const reply = record({ subject, consent: true, authenticated: true }, scan);
    if (typeof reply === 'string') return reply;
    const { verdict, meaning, scannedAt, recordedAt, flags } = reply;
    const { decision, reasons } = verdict;
    return { item: { scanId, decision, meaning, reasons, party, scannedAt, recordedAt, flags, entered: true } };
  };
  const record = (account: Account, scan: ScanInput): ScanReply | string => {
    if (Math.abs(scan.sentAt - now()) > 5 * minuteMs || scan.scannedAt > scan.sentAt) return 'clock-wrong';
    if (idTime(scan.scanId) !== scan.scannedAt) return 'clock-wrong';
    if (scan.code.endsWith('revoked')) return 'code-revoked';
    const venueId = /\/R\/(.*)Z$/.exec(scan.code)?.[1];
    if (venueId === undefined) return 'code-forged';
    const refused = !account.authenticated || refuses(account.subject);
    const reply: ScanReply = {
      scanId: scan.scanId,
      verdict: { decision: refused ? 'refuse' : 'admit', reasons: [], ruleId: 'test', ruleVersion: 1 },
      meaning: 'board',
      venue: aVenueView({ venueId, name }),
      party: scan.party ?? 1,
      scannedAt: scan.scannedAt,
      recordedAt: now(),
      flags: [],
      notices: [],
      minuteWord: { word: name, validUntil: now() + minuteMs, next: name },
      liveKey: 'of this scan',
    };
    stored.set(scan.scanId, { ...reply, subject: account.subject });
    return reply;
  };
  const answers: Readonly<Record<string, (account: Account, input: unknown) => unknown>> = {
    'identity.consent': (account) => {
      account.consent = true;
      return sessionOf(account);
    },
    'identity.verify-identity': (account) => {
      if (!account.consent) return 'consent-missing';
      account.authenticated = true;
      return sessionOf(account);
    },
    'cards.bind-card': () => 'card-refused',
    'identity.add-member': (_account, input) => ({ members: [memberOf(input, now())], most: 5 }),
    'rides.register-for': (_account, input) => registerFor(input),
    'rides.record-refusal': () => ({ recordedAt: now() }),
    'rides.record-exception': () => ({ recordedAt: now() }),
    'rides.record-scan': (account, input) => record(account, ScanInput.parse(input)),
    'rides.record-batch': (account, input) => ({
      items: Batch.parse(input).scans.map((scan) => {
        const reply = record(account, scan);
        if (typeof reply !== 'string') return { ok: true, value: reply };
        return { ok: false, scanId: scan.scanId, failure: { code: reply, zh: '', en: '' } };
      }),
    }),
  };
  const open = (name: string, input: unknown): unknown => {
    if (name === 'venues.get-city') return city;
    if (name === 'identity.sign-in') {
      const { code } = z.object({ code: z.string() }).parse(input);
      const account = accounts.get(code) ?? { subject: code, consent: false, authenticated: false };
      accounts.set(code, account);
      return sessionOf(account);
    }
    if (name === 'oversight.accept-invitation') {
      const { invitation, displayName } = z.object({ invitation: z.string(), displayName: z.string() }).parse(input);
      const post = invitations.get(invitation);
      return post ? staffSession(displayName, post) : 'invitation-refused';
    }
    const { refreshToken } = z.object({ refreshToken: z.string() }).parse(input);
    if (name === 'oversight.refresh-staff') {
      const post = invitations.get(refreshToken);
      const known = staffTokens.get(refreshToken);
      return post && known ? staffSession(known.name, post) : 'session-ended';
    }
    const account = accounts.get(refreshTokens.get(refreshToken) ?? '');
    refreshTokens.delete(refreshToken);
    return account ? sessionOf(account) : 'session-ended';
  };
  const product: SmallProduct = {
    away: false,
    stored,
    calls,
    signInCode: async (subject) => subject,
    invite: async (post) => {
      invitations.set(`invited ${post.postId}`, post);
      return `invited ${post.postId}`;
    },
    transport: async ({ path, token, body }) => {
      await Promise.resolve();
      if (product.away) throw new Error('no network');
      const name = path.slice('/api/'.length);
      calls.set(name, (calls.get(name) ?? 0) + 1);
      const endpoint = endpoints.find((one) => one.name === name);
      if (!endpoint) throw new Error(`no operation ${name}`);
      const input = endpoint.input.parse(body);
      // Bound by the contract both ways: an answer that the real product could not give is a fault of the test.
      const told = (outcome: unknown) =>
        answer(typeof outcome === 'string' ? outcome : endpoint.output.parse(outcome), now());
      if (endpoint.access.who === 'anyone') return { status: 200, body: told(open(name, input)) };
      const held = token === undefined ? undefined : Token.parse(JSON.parse(token));
      const account = accounts.get(held?.subject ?? '');
      if (!held || !account || held.until <= now()) return { status: 401, body: answer('not-signed-in', now()) };
      return { status: 200, body: told(answers[name]?.(account, input)) };
    },
  };
  return product;
};

function memberOf(input: unknown, addedAt: Instant): unknown {
  const asked = z.object({ relation: z.string(), documentKind: z.string(), documentNumber: z.string() }).parse(input);
  const { relation, documentKind, documentNumber } = asked;
  const memberId = newId(addedAt, (size) => new Uint8Array(size).fill(Number(documentNumber.slice(14, 17)) % 251));
  const masked = { maskedName: '演**', maskedDocument: '99***' };
  return { memberId, relation, documentKind, ...masked, addedAt, standing: anEligibility({ identity: true }) };
}

function answer(outcome: unknown, serverAt: Instant) {
  if (typeof outcome !== 'string') return { ok: true, value: outcome, serverAt };
  return { ok: false, failure: { code: outcome, retry: 'after-change', zh: '', en: '' }, serverAt };
}
