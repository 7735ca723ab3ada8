import type { Client } from '@tongcheng/shared/client';
import { createContext, type ReactNode, useContext } from 'react';

const ClientContext = createContext<Client | undefined>(undefined);

/** Gives the screens below it their client. */
export const ClientProvider = ({ client, children }: { readonly client: Client; readonly children: ReactNode }) => (
  <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
);

/** The client of this app; a screen outside its provider is a fault of ours. */
export const useClient = (): Client => {
  const client = useContext(ClientContext);
  if (!client) throw new Error('a screen stands outside its ClientProvider');
  return client;
};
