/** Whether this platform prints: mini-programs do not, their users save the picture. */
export const canPrint: boolean = false;

/** Never called where {@link canPrint} says no. */
export const printPicture = (_base64: string, _label: string): void => undefined;
