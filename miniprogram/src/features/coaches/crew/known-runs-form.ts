import type { KnownLine, listKnownRuns } from '@tongcheng/shared/coaches/runs-api';
import type { OutputOf } from '@tongcheng/shared/endpoint';
import { plainDigits } from '@tongcheng/shared/typed-text';
import { plainPlate } from '@tongcheng/shared/venues/plates';
import type { DepartureForm } from './departure-form';

type KnownRuns = OutputOf<typeof listKnownRuns>;

/** What a line fills in of a form. */
export const formOfLine = ({ service, serviceNumber, origin, destination, stops }: KnownLine) => ({
  ...{ service, serviceNumber, origin: origin.name, destination: destination.name },
  stops: stops.map(({ name }) => name),
});

/** Whether a form says just that line. */
export function isOfLine(form: DepartureForm, line: KnownLine): boolean {
  const { service, serviceNumber, origin, destination, stops } = formOfLine(line);
  const isSame = form.service === service && form.serviceNumber === serviceNumber;
  return isSame && form.origin === origin && form.destination === destination && form.stops.join() === stops.join();
}

const mostOffered = 8;

/** The vehicles to offer: those that have what is typed of a plate, the latest first; all where none has it. */
export function vehiclesFor({ plate }: DepartureForm, vehicles: readonly string[]): readonly string[] {
  const typed = plainPlate(plate);
  return offered(vehicles, {
    isChosen: (each) => each === typed,
    fits: (each) => each.includes(typed),
  });
}

/** The lines to offer, by their numbers in the same way. */
export function linesFor(form: DepartureForm, lines: readonly KnownLine[]): readonly KnownLine[] {
  const typed = form.serviceNumber.trim().toUpperCase();
  return offered(lines, {
    isChosen: (each) => isOfLine(form, each),
    fits: ({ serviceNumber }) => serviceNumber.toUpperCase().includes(typed),
  });
}

interface Choice<T> {
  readonly isChosen: (each: T) => boolean;
  readonly fits: (each: T) => boolean;
}

/** As many as a screen bears. Once one is chosen the others stay, so that another can be; the chosen one is among them. */
function offered<T>(all: readonly T[], { isChosen, fits }: Choice<T>): readonly T[] {
  const chosen = all.find(isChosen);
  const fitting = chosen === undefined ? all.filter(fits) : all;
  const first = (fitting.length === 0 ? all : fitting).slice(0, mostOffered);
  return chosen === undefined || first.includes(chosen) ? first : [chosen, ...first.slice(0, -1)];
}

/** How many seats the vehicle of a form has, where more are said to be aboard. */
export function seatsExceeded({ plate, aboard }: DepartureForm, seats: KnownRuns['seats']): number | undefined {
  const known = seats.find((each) => each.plate === plainPlate(plate));
  return known && Number(plainDigits(aboard)) > known.seats ? known.seats : undefined;
}
