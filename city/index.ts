// The list of what the simulated city offers its host.

export type { Network, Venue } from './network/network';
export { readNetwork } from './network/read-network';
export { makePeople } from './people/make-people';
export { nextPersonOf, peoplePage } from './people/people-page';
export type { Person, PersonSheet, RiderApp as App } from './people/person';
export { platformPeopleOf } from './people/platform-people';
export { type LivingRegister, registerOf } from './people/register';
export { addressOf } from './riders/phone';
export type { Posters } from './riders/rider-needs';
export type { Ledger } from './simulation/ledger';
export type { PresentOptions, SimulationOptions as LiveOptions, YesterdayOptions } from './simulation/options';
export { type PresentDay, simulatePresent as liveOn } from './simulation/simulate-present';
export { simulateYesterday as liveYesterday } from './simulation/simulate-yesterday';
export type { StaffPost } from './staff/post';
export { type CityState, newState, openState, saveState, unfinished } from './state';
export { type Wall, type WallPosters, wallOf } from './wall';
