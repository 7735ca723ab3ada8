import type { CardIssuer } from '../ports/card-issuer';
import type { FontFiles } from '../ports/font-files';
import type { HealthStatus } from '../ports/health-status';
import type { Mailer } from '../ports/mailer';
import type { Notifier } from '../ports/notifier';
import type { Platforms } from '../ports/platform';
import type { RealName } from '../ports/real-name';
import type { Home } from './home';
import type { InstalledObjects } from './parts/objects/part';
import type { Pieces } from './piece';
import {
  cardIssuerPiece,
  fontsPiece,
  healthStatusPiece,
  mailerPiece,
  notifierPiece,
  objectsPiece,
  platformsPiece,
  realNamePiece,
} from './pieces';

/** What some functions need and others do not, by the names under which use cases ask for it. */
export interface EveryPiece {
  readonly platforms: Platforms;
  readonly realName: RealName;
  readonly healthStatus: HealthStatus;
  readonly cardIssuer: CardIssuer;
  readonly objects: InstalledObjects;
  readonly mailer: Mailer;
  readonly notifier: Notifier;
  readonly fontFiles: FontFiles;
}

/** All of them, for a host that runs every function in one program. */
export const everyPiece = (home: Home): Pieces<EveryPiece> => ({
  platforms: platformsPiece(home),
  realName: realNamePiece(home),
  healthStatus: healthStatusPiece(home),
  cardIssuer: cardIssuerPiece(home),
  objects: objectsPiece(home),
  mailer: mailerPiece(home),
  notifier: notifierPiece(home),
  fontFiles: fontsPiece(),
});
