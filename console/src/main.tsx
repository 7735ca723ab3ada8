import './styles/console.css';
import { createClient } from '@tongcheng/shared/client';
import { officialSessions } from './client/sessions';
import { withSession } from './client/with-session';
import { ConsoleApp } from './console-app';
import { mount } from './mount';
import { httpTransport } from './platform/http-transport';

const keeper = officialSessions(createClient(httpTransport, () => undefined));
const client = withSession(
  createClient(httpTransport, () => keeper.read()?.accessToken),
  keeper,
);

mount(<ConsoleApp client={client} keeper={keeper} clock={Date.now} />);
