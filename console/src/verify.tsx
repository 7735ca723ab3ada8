import './styles/verify.css';
import { createClient } from '@tongcheng/shared/client';
import { newId, type RandomBytes } from '@tongcheng/shared/ids';
import { invitationIn, staffSessions } from './client/sessions';
import { withSession } from './client/with-session';
import { mount } from './mount';
import { httpTransport } from './platform/http';
import { VerifyApp } from './verification/verify-app';

const sessions = staffSessions(createClient(httpTransport, () => undefined));
const client = withSession(
  createClient(httpTransport, () => sessions.read()?.accessToken),
  sessions,
);
let invitation = invitationIn(window.location.hash);
// The invitation works once: it shall not stay in the address, where the next person would read it.
if (invitation !== '') window.history.replaceState(null, '', window.location.pathname);

/** The browser's own source; also there without HTTPS, unlike `crypto.subtle`. */
const randomBytes: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));

mount(
  <VerifyApp
    client={client}
    sessions={sessions}
    clock={Date.now}
    makeId={(at) => newId(at, randomBytes)}
    invitation={{
      read: () => invitation,
      forget: () => {
        invitation = '';
      },
    }}
  />,
);
