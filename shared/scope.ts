/** The levels of government that have settings, officials and reports: a city, and the province above it. */
export const scopeLevels = ['city', 'province'] as const;
export type ScopeLevel = (typeof scopeLevels)[number];

/** A city or a province, by its GB/T 2260 code. Beijing is both, under one code: the level tells them apart. */
export interface Scope {
  readonly level: ScopeLevel;
  readonly code: string;
}

/** A city as a scope. */
export const cityScope = (code: string): Scope => ({ level: 'city', code });

/** The province of a city, by the first two digits of its code (GB/T 2260). */
export const provinceOf = (city: string): string => `${city.slice(0, 2)}0000`;

/** What an official is entitled to, as far as places go. */
export interface Jurisdiction {
  /** Cities named one by one. */
  readonly cities: readonly string[];
  /** Provinces: each stands for itself and for every city in it; absent: none. */
  readonly provinces?: readonly string[];
}

/** Whether a partner system may speak for a city or a province: by its own code, for a city also by its province. */
export const speaksFor = (scopes: readonly Scope[], { level, code }: Scope): boolean =>
  scopes.some(
    (scope) =>
      (scope.level === level && scope.code === code) ||
      (level === 'city' && scope.level === 'province' && scope.code === provinceOf(code)),
  );

/** Whether a city or a province lies within an official's jurisdiction; a city also by its province. */
export const oversees = ({ cities, provinces = [] }: Jurisdiction, { level, code }: Scope): boolean =>
  level === 'province' ? provinces.includes(code) : cities.includes(code) || provinces.includes(provinceOf(code));
