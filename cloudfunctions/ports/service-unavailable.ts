/** Whether a service that was away may have done what it was asked all the same: its answer may be lost. */
export type Done = 'nothing' | 'unknown';

/** An outside service did not answer in time, answered with rubbish, or asked us to slow down. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
  /** `nothing` where it is certain: it was not asked, or it said no. */
  readonly done: Done;
  constructor(message?: string, { done = 'unknown', ...options }: ErrorOptions & { readonly done?: Done } = {}) {
    super(message, options);
    this.done = done;
  }
}

/** What an outside service answers, or that it is away. */
export async function answerOrAway<T>(ask: () => Promise<T>): Promise<T | 'away'> {
  try {
    return await ask();
  } catch (fault) {
    if (fault instanceof ServiceUnavailable) return 'away';
    throw fault;
  }
}
