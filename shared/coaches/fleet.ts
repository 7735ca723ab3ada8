/** Types of coaches by their length, and their grades, as the standard for coaches in operation has them (JT/T 325). */
export const vehicleSizes = ['extra-large', 'large', 'medium', 'small'] as const;
export type VehicleSize = (typeof vehicleSizes)[number];

/** The lowest first. */
export const vehicleGrades = ['ordinary', 'middle', 'high-1', 'high-2', 'high-3'] as const;
export type VehicleGrade = (typeof vehicleGrades)[number];

/** Why a vehicle is out of use. One that was typed wrong never was one: its entry goes. */
export const vehicleEndReasons = ['repair', 'sold', 'scrapped', 'typed-wrong'] as const;
export type VehicleEndReason = (typeof vehicleEndReasons)[number];

/** Why a line is out of use; the same of one that was typed wrong. */
export const lineEndReasons = ['suspended', 'ended', 'typed-wrong'] as const;
export type LineEndReason = (typeof lineEndReasons)[number];
