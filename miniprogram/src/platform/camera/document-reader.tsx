import type { ReactNode } from 'react';

/** Why documents are not read: the camera was not allowed, or neither it nor the platform's reader of text can be had now. */
export type ReaderTrouble = 'refused' | 'unable';

/** The camera's picture in the page, and what the platform reads in it, as long as it is drawn. A page may hold one camera. */
export interface DocumentReaderProps {
  /** From now on frames are read. */
  readonly onReady: () => void;
  /** What one frame held, a line or several in each text; empty when nothing was recognised. */
  readonly onRecognised: (recognised: readonly string[]) => void;
  readonly onTrouble: (trouble: ReaderTrouble) => void;
}

/** Whether this phone reads text here; where it does not, nothing is offered. Browsers cannot, and Alipay hands identities over by a tap. */
export const canReadDocuments = (): boolean => false;

/** Never drawn where {@link canReadDocuments} says no. */
export const DocumentReader = (_props: DocumentReaderProps): ReactNode => null;
