/** An outside service did not answer in time, answered with rubbish, or asked us to slow down. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}
