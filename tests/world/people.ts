import { makePeople } from '../../city/people/make-people';

const all = makePeople('edge', 120);

/** Demonstration people whom the registers know. */
export const people = all.filter(({ child, name, registeredName }) => !child && name === registeredName);
