import { useSyncExternalStore } from 'react';
import type { SessionKeeper, Tokens } from './session-keeper';

/** The session of the moment; the screen follows sign-in, renewal and sign-out. */
export const useSession = <S extends Tokens>(keeper: SessionKeeper<S>): S | undefined =>
  useSyncExternalStore(keeper.subscribe, keeper.read);
