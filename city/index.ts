// The list of what the simulated city offers its host.
export type { Ledger } from './live/ledger';
export type { LiveOptions, PresentOptions, YesterdayOptions } from './live/options';
export type { Network, Venue } from './network/network';
export type { Person, PersonSheet } from './people/person';
export type { Posters } from './riders/posters';
export type { CityState } from './state';

// Signatures; the functions of these names follow here:
//   makePeople(seed: string, count: number): readonly Person[]            count riders and 240 guests
//   registerOf(people): PeopleRegister                                     city/providers' interface
//   peoplePage(people): readonly PersonSheet[]                             /city/people
//   nextPersonOf(people, state): () => PersonSheet                         /city/people/next
//   readNetwork(folder: string): Network                                   cities/420100
//   openState(file: string): CityState ; saveState(file, state): void
//   liveYesterday(options: YesterdayOptions): Promise<Ledger>
//   liveOn(options: PresentOptions): { stop(): Promise<void>; ledger(): Ledger }
//   wallOf(network, posters): the data of /city/wall.json (type of console/src/wall)
