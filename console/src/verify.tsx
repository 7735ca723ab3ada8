import './styles/verify.css';
import { createClient } from '@tongcheng/shared/client';
import { newId, type RandomBytes } from '@tongcheng/shared/ids';
import { invitationIn, staffSessions } from './client/sessions';
import { withSession } from './client/with-session';
import { mount } from './mount';
import { httpTransport } from './platform/http';
import { tabStorage } from './platform/text-storage';
import { VerifyApp } from './verification/verify-app';

const sessions = staffSessions(createClient(httpTransport, () => undefined));
const client = withSession(
  createClient(httpTransport, () => sessions.read()?.accessToken),
  sessions,
);
const kept = tabStorage('tongcheng.verify.invitation');
const given = invitationIn(window.location.hash);
let invitation = given || (kept.read() ?? '');
// The invitation works once: it shall not stay in the address, where the next person would read it. Until it is used it outlives a
// reload of this tab; where somebody is signed in a reload leads back to their screen.
if (given !== '') {
  window.history.replaceState(null, '', window.location.pathname);
  kept.write(sessions.read() ? undefined : given);
}
// A link opened where the page stands already changes only what is behind the `#`.
window.addEventListener('hashchange', () => {
  if (invitationIn(window.location.hash) !== '') window.location.reload();
});

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
        kept.write(undefined);
      },
    }}
  />,
);
