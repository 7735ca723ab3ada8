// The list of what the simulated city offers its host.
export type { Ledger } from './live/ledger';
export { liveOn, type PresentDay } from './live/live-on';
export { liveYesterday } from './live/live-yesterday';
export type { LiveOptions, PresentOptions, YesterdayOptions } from './live/options';
export type { Network, Venue } from './network/network';
export { readNetwork } from './network/read-network';
export { makePeople } from './people/make-people';
export { nextPersonOf, peoplePage } from './people/people-page';
export type { App, Person, PersonSheet } from './people/person';
export { platformPeopleOf } from './people/platform-people';
export { registerOf } from './people/register';
export { addressOf } from './riders/phone';
export type { Posters } from './riders/rider-needs';
export { type CityState, newState, openState, saveState, unfinished } from './state';
export { type Wall, type WallPosters, wallOf } from './wall';
