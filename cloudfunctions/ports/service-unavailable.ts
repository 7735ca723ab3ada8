/** An outside service did not answer in time, answered with rubbish, or asked us to slow down. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
}
