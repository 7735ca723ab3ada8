/**
 * What an admission rule may require. In a file of its own because phones decide by it: they carry no validation library
 * (decision 108, `tests/mini`).
 */
export const requirements = ['identity', 'green-status', 'negative-test'] as const;
export type Requirement = (typeof requirements)[number];
