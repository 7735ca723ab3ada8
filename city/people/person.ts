import type { DocumentKind } from '@tongcheng/shared/identity/documents/kinds';
import type { StatusColour } from '@tongcheng/shared/status-colours';
import type { Text } from '@tongcheng/shared/text';
import type { Mode } from '@tongcheng/shared/venues/kinds';

/** What the health-code platform of the simulated city knows of a person. */
export interface Health {
  /** `null`: the status is missing (grey). */
  readonly colour: StatusColour | null;
  /** W-07: missing here, but the other channel has it. */
  readonly elsewhere?: 'wechat' | 'alipay';
  /** Days since the last nucleic-acid test, or `null` without one. */
  readonly testDaysAgo: number | null;
  readonly testResult: 'negative' | 'positive';
}

/** How a person lives: minutes of the day, shares of one. */
export interface Habits {
  readonly works: boolean;
  readonly leavesHomeMinute: number;
  readonly leavesWorkMinute: number;
  readonly commuteMode: Mode;
  /** Places as a share of the network's stations, so that people exist without a network. */
  readonly homeAt: number;
  readonly workAt: number;
  readonly forgetsSecondScan: number;
  readonly losesNetwork: number;
  /** The phone's clock less the true time. */
  readonly phoneClockOffMs: number;
}

/** Where riders have the product: on the web, inside WeChat or inside Alipay. */
export type RiderApp = 'web' | 'wechat' | 'alipay';

/** How a person enters the system. */
type Enrolment = 'authenticates' | 'never-authenticates';

/** A card of a person, and whether its issuer knows it. */
export interface PersonCard {
  readonly kind: string;
  readonly number: string;
  readonly known: boolean;
}

/** Somebody in a rider's family who has no phone: nobody real either. */
export interface SimulatedMember {
  readonly relation: 'child' | 'parent';
  readonly name: string;
  readonly documentKind: 'resident-id';
  readonly documentNumber: string;
  readonly health: Health;
}

/** A demonstration person: nobody real, and marked so. */
export interface Person {
  readonly demonstration: true;
  readonly index: number;
  /** `guest`: never used by the simulation, for whoever tries the product by hand. */
  readonly role: 'rider' | 'guest';
  /** Subject at the sign-in provider. */
  readonly subject: string;
  /** As the person types it. */
  readonly name: string;
  /** As the state's register has it; differs from `name` for the few who will not match. */
  readonly registeredName: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly phone: string;
  /** Whether the person is under fourteen, so that a guardian must consent. */
  readonly child: boolean;
  readonly health: Health;
  readonly cards: readonly PersonCard[];
  readonly enrolment: Enrolment;
  /** In which app the person rides. */
  readonly app: RiderApp;
  readonly habits: Habits;
  /** Without a phone: who registers them where they get on. Absent of whoever has one. */
  readonly helpedBy?: 'staff' | 'community-worker';
  /** Whom they look after, and ride with at times. */
  readonly member?: SimulatedMember;
}

/** A person as the rider's app and the page of demonstration people show one. */
export interface PersonSheet {
  readonly demonstration: true;
  readonly name: string;
  readonly documentKind: DocumentKind;
  readonly documentNumber: string;
  readonly phone: string;
  readonly status: StatusColour | 'grey';
  readonly guardianNeeded: boolean;
  /** A card to bind, where the person has one. */
  readonly card?: { readonly kind: string; readonly number: string };
  /** What will happen with this person. */
  readonly about: Text;
}
