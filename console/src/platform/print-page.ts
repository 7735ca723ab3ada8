/** Opens the browser's printing of the page in front. */
export const printPage = (): void => window.print();
