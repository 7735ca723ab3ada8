/** A phone has no Escape; Back belongs to the platform. */
export const useEscapeCloses = (_onClose: () => void): void => undefined;
