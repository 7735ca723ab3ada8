import * as bureaus from '../definitions/bureau-messages';
import * as cards from '../definitions/card-issuer';
import { cloudBaseFiles, cloudbase } from '../definitions/cloudbase';
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

/** Tencent CloudBase: nothing lies on a disk. Written as `machine.ts` is. */
export const store = () => documents.store({ cloudbase });
export const keys = () => masterKey.keys({ 'tencent-kms': masterKey.tencentKms });
export const objects = () => files.objects({ cloudbase: cloudBaseFiles });
export const platforms = () =>
  channels.platforms({
    web: { providers: channels.signInAtProviders },
    wechat: { refused: channels.noPlatform, wechat: channels.wechat },
    alipay: { refused: channels.noPlatform, alipay: channels.alipay },
  });
export const realName = () =>
  names.realName({
    providers: names.realNameAtProviders,
    'tencent-faceid': names.tencentFaceId,
    'tencent-faceid-then-providers': names.tencentFaceIdThenProviders,
  });
export const healthStatus = () =>
  health.healthStatus({ providers: health.healthStatusAtProviders, gb38963: health.gb38963 });
export const cardIssuer = () => cards.cardIssuer({ providers: cards.cardIssuerAtProviders });
export const faceCheck = () =>
  faces.faceCheck({
    none: faces.noFaceCheck,
    providers: faces.faceCheckAtProviders,
    'tencent-faceid': faces.tencentFaces,
  });
export const mailer = () => mail.mailer({ smtp: mail.smtp });
export const notifier = () => messages.notifier({ nowhere: messages.nowhere, 'tencent-sms': messages.tencentSms });
export const bureauMessages = () =>
  bureaus.bureauMessages({ nowhere: messages.nowhere, 'wechat-service': bureaus.wechatService });
export const fontFiles = () => fonts.fontFiles({ 'noto-sans-sc': fonts.notoSansSc });
export const statusFeed = () => feeds.statusFeed({ none: feeds.noStatusFeed, providers: feeds.statusFeedAtProviders });
export const vehicleLocator = () =>
  vehicles.vehicleLocator({ none: vehicles.noVehicleLocator, gtfs: vehicles.gtfsFeeds });
