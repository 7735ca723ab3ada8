import type { LineRow } from '@tongcheng/shared/coaches/fleet-api';
import { plainText } from '@tongcheng/shared/typed-text';
import { useState } from 'react';

const lineClasses = { '1': 1, '2': 2, '3': 3, '4': 4 } as const;

/** A line as it is typed. */
interface LineForm {
  readonly serviceNumber: string;
  readonly origin: string;
  readonly destination: string;
  readonly service: 'line' | 'charter';
  readonly lineClass: keyof typeof lineClasses;
  /** One a line. */
  readonly stops: string;
}

const classWords = { 1: '1', 2: '2', 3: '3', 4: '4' } as const;

/** A form of the line that is changed, or an empty one. */
export const useLineForm = (line: LineRow | undefined) => {
  const [form, setForm] = useState<LineForm>({
    serviceNumber: line?.serviceNumber ?? '',
    origin: line?.origin.name ?? '',
    destination: line?.destination.name ?? '',
    service: line?.service ?? 'line',
    lineClass: classWords[line?.lineClass ?? 1],
    stops: line?.stops.map(({ name }) => name).join('\n') ?? '',
  });
  return { form, change: (part: Partial<LineForm>) => setForm({ ...form, ...part }) };
};

/** The stops that were typed, empty lines left out. */
export const stopsIn = (typed: string): readonly string[] => typed.split('\n').map(plainText).filter(Boolean);

/** Whether there are too many, or one is too long. */
export const stopsRefused = (stops: readonly string[]): boolean =>
  stops.length > 20 || stops.some((name) => name.length > 60);

/** Whether it can be sent. */
export const isWholeLine = ({ serviceNumber, origin, destination, stops }: LineForm): boolean =>
  [serviceNumber, origin, destination].every((typed) => plainText(typed) !== '') && !stopsRefused(stopsIn(stops));

/** What is sent of it. */
export const lineInput = ({ service, lineClass, stops, ...typed }: LineForm) => ({
  serviceNumber: plainText(typed.serviceNumber),
  origin: plainText(typed.origin),
  destination: plainText(typed.destination),
  service,
  ...(service === 'line' && { lineClass: lineClasses[lineClass] }),
  stops: [...stopsIn(stops)],
});
