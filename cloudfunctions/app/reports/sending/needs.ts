import type { Clock } from '../../../ports/clock';
import type { DocumentStore } from '../../../ports/document-store';
import type { KeyService } from '../../../ports/key-service';
import type { Log } from '../../../ports/log';
import type { Mailer } from '../../../ports/mailer';
import type { Notifier } from '../../../ports/notifier';
import type { ObjectStore } from '../../../ports/object-store';
import type { CityOf, ProvinceOf } from '../../venues/cached-records';

/** What sending needs. */
export interface SendingNeeds {
  readonly store: DocumentStore;
  readonly objects: ObjectStore;
  readonly mailer: Mailer;
  /** Messages to recipients whose address is an account of WeChat. */
  readonly bureauMessages: Notifier;
  readonly keys: KeyService;
  readonly clock: Clock;
  readonly log: Log;
  readonly cityOf: CityOf;
  readonly provinceOf: ProvinceOf;
  readonly publicUrl: string;
  /** A larger report goes by link, whatever its city chose. */
  readonly maxAttachmentBytes: number;
  /** Phones of the people on duty, who learn of deliveries that failed for good. */
  readonly onCallPhones: readonly string[];
}
