import './styles/open.css';
import { createClient } from '@tongcheng/shared/client';
import { ClientProvider } from './client/client-context';
import { mount } from './mount';
import { startScheme } from './platform/colour-scheme';
import { httpTransport } from './platform/http';
import { PublishedApp } from './published/published-app';

const client = createClient(httpTransport, () => undefined);

startScheme();

mount(
  <ClientProvider client={client}>
    <PublishedApp city={new URLSearchParams(window.location.search).get('city') ?? undefined} />
  </ClientProvider>,
);
