import type { KnownLine } from '@tongcheng/shared/coaches/runs-api';
import type { DepartureForm } from './departure-form';

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
