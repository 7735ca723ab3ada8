import { init } from '@cloudbase/node-sdk';

/** Keys of the cloud account; temporary ones come with a session token. */
export interface Credentials {
  readonly secretId: string;
  readonly secretKey: string;
  readonly sessionToken?: string;
}

/** Which environment of the cloud, and who we are there. */
export interface ConnectionOptions {
  readonly env: string;
  /** Asked before every request, so that renewed keys are used at once. Undefined: there are none at the moment. */
  readonly credentials: () => Credentials | undefined;
  /** The address of its `/admin` interface; absent inside a cloud function, where the SDK knows the inner one. */
  readonly serviceUrl?: string;
}

/** One environment of CloudBase. */
export interface Connection {
  /** The SDK's client with the keys of this moment. Throws {@link NoCredentials}. */
  client(): CloudClient;
}

/** The SDK's client. */
export type CloudClient = ReturnType<typeof init>;

/** There are no keys of the cloud account: nothing can be asked. */
export class NoCredentials extends Error {
  override readonly name = 'NoCredentials';
}

/**
 * Connects to an environment; nothing is sent yet. Without keys the SDK would leave an unhandled rejection that ends the
 * process, so they are looked for first, every time.
 */
export function openConnection(options: ConnectionOptions): Connection {
  tameSdk(options.serviceUrl !== undefined);
  let made: { readonly client: CloudClient; readonly keys: string } | undefined;
  return {
    client: () => {
      const given = options.credentials();
      if (!given?.secretId || !given.secretKey)
        throw new NoCredentials('没有云账号的密钥 no keys of the cloud account');
      const keys = JSON.stringify(given);
      if (made?.keys !== keys) made = { client: newClient(options, given), keys };
      return made.client;
    },
  };
}

const newClient = ({ env, serviceUrl }: ConnectionOptions, credentials: Credentials): CloudClient =>
  init({ env, ...credentials, ...(serviceUrl === undefined ? {} : { serviceUrl }) });

/**
 * Two habits of the SDK that only its environment turns off. Outside the cloud it asks a metadata service twice a request
 * (some 60 ms) whether it is inside, unless told so; where the address is given the answer changes nothing else. And it
 * warns of slow requests on the console by a timer that outlives a failed one.
 */
function tameSdk(addressKnown: boolean): void {
  if (addressKnown) process.env.TENCENTCLOUD = 'true';
  process.env.SILENCE = 'true';
}
