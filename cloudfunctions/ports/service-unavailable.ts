/** An outside service did not answer in time, answered with rubbish, or asked us to slow down. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
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
