import * as bureaus from '../definitions/bureau-messages';
import * as cards from '../definitions/card-issuer';
import { embedded } from '../definitions/embedded-store';
import * as faces from '../definitions/face-check';
import * as fonts from '../definitions/font-files';
import * as health from '../definitions/health-status';
import * as masterKey from '../definitions/keys';
import * as mail from '../definitions/mailer';
import * as messages from '../definitions/notifier';
import * as files from '../definitions/objects';
import * as channels from '../definitions/platforms';
import * as names from '../definitions/real-name';
import * as feeds from '../definitions/status-feed';
import * as documents from '../definitions/store';
import * as vehicles from '../definitions/vehicle-locator';

/**
 * One machine: everything embedded. A line a port, its adapters by the word that chooses them, the default first. Functions
 * only, so that a bundle keeps the adapters of the ports that its function takes. What stands here every target must have.
 */
export const store = () => documents.store({ embedded });
export const keys = () => masterKey.keys({ 'key-file': masterKey.keyFile });
export const objects = () => files.objects({ disk: files.disk });
export const platforms = () =>
  channels.platforms({
    web: { providers: channels.signInAtProviders },
    wechat: { refused: channels.noPlatform, wechat: channels.wechat },
    alipay: { refused: channels.noPlatform, alipay: channels.alipay },
  });
export const realName = () => names.realName({ providers: names.realNameAtProviders });
export const healthStatus = () => health.healthStatus({ providers: health.healthStatusAtProviders });
export const cardIssuer = () => cards.cardIssuer({ providers: cards.cardIssuerAtProviders });
export const faceCheck = () => faces.faceCheck({ none: faces.noFaceCheck, providers: faces.faceCheckAtProviders });
export const mailer = () => mail.mailer({ smtp: mail.smtp });
export const notifier = () => messages.notifier({ nowhere: messages.nowhere });
export const bureauMessages = () =>
  bureaus.bureauMessages({ nowhere: messages.nowhere, 'wechat-service': bureaus.wechatService });
export const fontFiles = () => fonts.fontFiles({ 'noto-sans-sc': fonts.notoSansSc });
export const statusFeed = () => feeds.statusFeed({ providers: feeds.statusFeedAtProviders, none: feeds.noStatusFeed });
export const vehicleLocator = () =>
  vehicles.vehicleLocator({ none: vehicles.noVehicleLocator, gtfs: vehicles.gtfsFeeds });
