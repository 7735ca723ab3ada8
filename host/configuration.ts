import { type Config, readConfig } from '@tongcheng/cloudfunctions/wiring/config';
import type { SimulatedCity } from './city/simulated-city';
import type { HostOptions } from './options';

/** The configuration of this host: a real installation takes the outside from the environment, a simulated city brings its own. */
export function configurationOf(options: HostOptions, city: SimulatedCity | undefined): Config {
  const own = {
    TONGCHENG_DATA: options.dataFolder,
    TONGCHENG_KEY_FILE: options.keyFile,
    TONGCHENG_PUBLIC_URL: options.publicUrl,
    ...(options.storeThread !== undefined && { TONGCHENG_STORE_THREAD: options.storeThread }),
  };
  return readConfig({ ...process.env, ...own, ...(city ? simulated(city) : {}) });
}

/** All riders of the simulated city who go through the gateway share one address, so limits by address are wide. */
const simulated = ({ providers, platforms, feeds, secret, mailbox }: SimulatedCity) => ({
  ...platforms.environment,
  TONGCHENG_PROVIDERS_URL: providers.url,
  TONGCHENG_PROVIDERS_SECRET: secret,
  TONGCHENG_FACE_CHECK: 'providers',
  TONGCHENG_STATUS_FEED: 'providers',
  TONGCHENG_VEHICLE_LOCATOR: 'gtfs',
  TONGCHENG_VEHICLE_FEEDS_URL: feeds.url,
  TONGCHENG_SMTP_HOST: '127.0.0.1',
  TONGCHENG_SMTP_PORT: String(mailbox.port),
  TONGCHENG_SMTP_SECURITY: 'none',
  TONGCHENG_MAIL_FROM: 'tongcheng@tongcheng.example',
  TONGCHENG_DEMONSTRATION_PEOPLE_URL: '/city/people/next',
  TONGCHENG_RECIPIENT_DELAY_HOURS: '0',
  TONGCHENG_ANYONE_PER_MINUTE: '100000',
  TONGCHENG_TRIES_PER_ADDRESS: '100000',
});
