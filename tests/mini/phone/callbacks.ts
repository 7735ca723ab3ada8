import type { VirtualTime } from './virtual-time';

/** What programs hand to a platform's function. */
export interface Options {
  readonly success?: (result: unknown) => void;
  readonly fail?: (reason: unknown) => void;
  readonly complete?: (result: unknown) => void;
  readonly [name: string]: unknown;
}

/** What a platform's function gives. */
export type Outcome =
  | { readonly is: 'done'; readonly result: object }
  | { readonly is: 'failed'; readonly reason: object };

export const done = (result: object = {}): Outcome => ({ is: 'done', result });
export const failed = (reason: object): Outcome => ({ is: 'failed', reason });

/** Calls back, never before the call itself has ended. */
export function callBack(time: VirtualTime, options: Options, outcome: Outcome, afterMs = 1): void {
  time.set(() => {
    if (outcome.is === 'done') options.success?.(outcome.result);
    else options.fail?.(outcome.reason);
    options.complete?.(outcome.is === 'done' ? outcome.result : outcome.reason);
  }, afterMs);
}

/** A function of a platform that answers by callbacks. */
export const answering =
  (time: VirtualTime, act: (options: Options) => Outcome) =>
  (options: Options = {}): void =>
    callBack(time, options, act(options));

/** A text among the options; one that is missing is empty. */
export const textIn = (options: Options, name: string): string => {
  const value = options[name];
  return typeof value === 'string' ? value : '';
};

/** A number among the options. */
export const numberIn = (options: Options, name: string, otherwise: number): number => {
  const value = options[name];
  return typeof value === 'number' ? value : otherwise;
};

/** Texts by name among the options. */
export function textsIn(options: Options, name: string): Record<string, string> {
  const value = options[name];
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key.toLowerCase(), String(text)]));
}
