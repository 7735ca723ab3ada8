import './styles/console.css';
import { createClient } from '@tongcheng/shared/client';
import { officialSessions } from './client/sessions';
import { withSession } from './client/with-session';
import { ConsoleApp } from './console-app';
import { mount } from './mount';
import { httpTransport } from './platform/http';

const keeper = officialSessions(createClient(httpTransport, () => undefined));
const client = withSession(
  createClient(httpTransport, () => keeper.read()?.accessToken),
  keeper,
);

mount(<ConsoleApp client={client} sessions={keeper} clock={Date.now} />);
