import './styles/verify.css';
import { createClient } from '@tongcheng/shared/client';
import { newId } from '@tongcheng/shared/ids';
import { staffSessions } from './client/sessions';
import { withSession } from './client/with-session';
import { mount } from './mount';
import { randomBytes } from './platform/chance';
import { now } from './platform/clock';
import { httpTransport } from './platform/http-transport';
import { invitationIn } from './verification/invitation-link';
import { VerifyApp } from './verification/verify-app';

const keeper = staffSessions(createClient(httpTransport, () => undefined));
const client = withSession(
  createClient(httpTransport, () => keeper.read()?.accessToken),
  keeper,
);
const invitation = invitationIn(window.location.hash);
// The invitation works once: it shall not stay in the address, where the next person would read it.
if (invitation !== '') window.history.replaceState(null, '', window.location.pathname);

mount(
  <VerifyApp
    client={client}
    keeper={keeper}
    clock={now}
    makeId={(at) => newId(at, randomBytes)}
    invitation={invitation}
  />,
);
