import type { Client } from '@tongcheng/shared/client';
import { createContext, type ReactNode, useContext } from 'react';

const Held = createContext<Client | undefined>(undefined);

/** Gives the screens below it their client. */
export const ClientProvider = ({ client, children }: { readonly client: Client; readonly children: ReactNode }) => (
  <Held.Provider value={client}>{children}</Held.Provider>
);

/** The client of this app; a screen outside its provider is a fault of ours. */
export const useClient = (): Client => {
  const client = useContext(Held);
  if (!client) throw new Error('a screen stands outside its ClientProvider');
  return client;
};
