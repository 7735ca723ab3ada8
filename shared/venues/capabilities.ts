import * as z from 'zod';
import { CoachSettings } from './coach-settings';
import { GateSettings } from './gate-settings';
import { PassSettings } from './pass-settings';
import { TracingSettings } from './tracing-settings';

/** A block of which nothing need be said yet: the capability is there when the block is. */
const switchedOn = z.strictObject({}).exactOptional();

/**
 * What a city or a province can have switched on, each with the settings that only it needs. A new one is a row here: the
 * city's file, screens, reports and functions follow from it (docs/adding-a-capability.md). A field that is added to a block
 * later has a default, so that files and stored settings written before it go on working.
 */
export const CapabilitySettings = z.strictObject({
  /** Rides in the city: scans, verdicts, the daily report of rides. */
  city: switchedOn,
  /** Inter-city coaches: departures, their manifests, and the stations that they leave from. */
  coaches: CoachSettings.exactOptional(),
  /** Road e-tickets. */
  tickets: switchedOn,
  /** Temporary identity passes. */
  passes: PassSettings.exactOptional(),
  /** Gates and card readers. */
  gates: GateSettings.exactOptional(),
  /** Finding who was exposed to a case. */
  tracing: TracingSettings.exactOptional(),
});
export type CapabilitySettings = z.output<typeof CapabilitySettings>;

/** The name of a capability that a city or a province can have. */
export type CityCapability = keyof CapabilitySettings;

/** The wire form of a capability's name. */
export const CityCapability = CapabilitySettings.keyof();

/** Every capability, in the order of the declaration. */
const cityCapabilities: readonly CityCapability[] = CityCapability.options;

/** What a file without the block means: rides in the city, as before there were capabilities. */
const beforeCapabilities: CapabilitySettings = { city: {} };

/** Settings of a city or a province, as far as capabilities go. */
export interface WithCapabilities {
  readonly capabilities?: CapabilitySettings;
}

/** The capabilities of a city or a province, in a fixed order. Settings without the block mean `city` alone. */
export const capabilitiesOf = ({ capabilities = beforeCapabilities }: WithCapabilities): readonly CityCapability[] =>
  cityCapabilities.filter((name) => capabilities[name] !== undefined);

/** Whether a city or a province has a capability. */
export const offers = (settings: WithCapabilities, capability: CityCapability): boolean =>
  capabilitiesOf(settings).includes(capability);

/**
 * The settings that a city or a province gives to one capability; undefined where it does not have it.
 * @example const coaches = blockOf(settings, 'coaches'); // { … } or undefined
 */
export const blockOf = <C extends CityCapability>(
  { capabilities = beforeCapabilities }: WithCapabilities,
  capability: C,
): CapabilitySettings[C] => capabilities[capability];

/** What a phone shows of a city that it once asked for; views kept from before there were capabilities mean `city` alone. */
export const capabilitiesShown = ({
  capabilities = ['city'],
}: {
  readonly capabilities?: readonly CityCapability[];
}): readonly CityCapability[] => capabilities;
