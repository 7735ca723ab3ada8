// The list of what the simulated city offers its host.

export { type Clerk, clerkOf } from './coaches/clerk';
export { type CoachDays, coachDays } from './coaches/coach-events';
export { type CoachPost, cityDeskPost, coachInvitations, officerPost } from './coaches/coach-posts';
export { type CoachState, openCoachState, saveCoachState } from './coaches/coach-state';
export { departureWall } from './coaches/departure-wall';
export { livePastCoaches, livePresentCoaches, type PresentCoaches } from './coaches/live-coaches';
export { type CoachProvince, readProvince } from './coaches/province';
export { type CoachTally, newTally } from './coaches/tally';
export type { Network, Venue } from './network/network';
export { readNetwork } from './network/read-network';
export { makePeople, makeTravellers } from './people/make-people';
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
