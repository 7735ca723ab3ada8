import './styles/console.css';
import { createClient } from '@tongcheng/shared/client';
import { officialSessions } from './client/sessions';
import { withSession } from './client/with-session';
import { ConsoleApp } from './console-app';
import { mount } from './mount';
import { startScheme } from './platform/colour-scheme';
import { httpTransport } from './platform/http';
import { tidySectionAddress } from './ui/use-address-state';

const sessions = officialSessions(createClient(httpTransport, () => undefined));
const client = withSession(
  createClient(httpTransport, () => sessions.read()?.accessToken),
  sessions,
);

tidySectionAddress();
startScheme();
mount(<ConsoleApp client={client} sessions={sessions} clock={Date.now} />);
