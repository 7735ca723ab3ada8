import { verifyArrival } from './arrival-acts';
import { tellByCrew } from './crew-acts';
import { listInFleet } from './fleet-acts';
import { fileOnPaper } from './ledger-acts';
import type { Moment } from './moment';
import { helpPassenger, registerParty, withdrawFirst } from './passenger-acts';
import type { PlannedAct, PlannedDeparture } from './planned-departure';
import { sellTickets } from './ticket-network';

/** Does what is planned for a departure, through the interface that everybody has. */
export async function perform(moment: Moment, departure: PlannedDeparture, act: PlannedAct): Promise<void> {
  switch (act.kind) {
    case 'opens':
      await tellByCrew(moment, departure, act);
      return listInFleet(moment, departure);
    case 'counts':
    case 'reschedules':
    case 'replaces':
    case 'leaves':
    case 'cancels':
      return tellByCrew(moment, departure, act);
    case 'sells':
      return sellTickets(moment, departure, act);
    case 'registers':
      return registerParty(moment, departure, act);
    case 'withdraws':
      return withdrawFirst(moment, departure, act);
    case 'helps':
      return helpPassenger(moment, departure, act);
    case 'verifies':
      return verifyArrival(moment, departure, act);
    case 'files':
      return fileOnPaper(moment, departure, act);
  }
}
