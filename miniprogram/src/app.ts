import type { PropsWithChildren, ReactNode } from 'react';
import './app.scss';

/** The frame of every page; pages come as children. */
export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
