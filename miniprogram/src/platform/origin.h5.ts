/** On the web the service is where the page came from. */
export const serviceOrigin = '';
