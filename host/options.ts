export { readOptions, usage } from './read-options.mjs';

/** How this host was asked to run. */
export interface HostOptions {
  readonly port: number;
  readonly address: string;
  /** Everything that is kept: the store, files, mail. */
  readonly dataFolder: string;
  /** The master key, outside the data folder so that a copy of the data opens nothing. */
  readonly keyFile: string;
  readonly city: boolean;
  /** Whether the coaches of a simulated province run beside the city; only with it. */
  readonly province?: boolean;
  /** Whether the gates of Beijing stand beside the city; only with it. */
  readonly gates?: boolean;
  /** The program of a gate, which lies beside the host's; without it none runs. */
  readonly gateProgram?: string;
  /** Folder of cities to bring in at the start; without one, those that are already in the store. */
  readonly citiesFolder?: string;
  /** Folder of the files by which platforms see that the domain is ours. */
  readonly platformFiles?: string;
  /** How many times faster than real time the simulated city lives. */
  readonly speed: number;
  /** Journeys of yesterday with which the simulated city begins. */
  readonly journeys: number;
  readonly publicUrl: string;
  /** Reverse proxies whose word on a caller's address is believed; nobody's by default. */
  readonly trustedProxies?: readonly string[];
  /** After SIGTERM it serves on for so long, not ready, so that proxies send riders elsewhere first. */
  readonly drainSeconds?: number;
  /** Program of the embedded store's own thread, which lies beside the host's (decision 131); without it the store works in this thread. */
  readonly storeThread?: string;
}
