import { useState } from 'react';
import { lastingShelf } from '../platform/shelf';

/** A switch that the tablet remembers. */
export const useSwitch = (name: string): readonly [boolean, (on: boolean) => void] => {
  const shelf = lastingShelf(`tongcheng.verify.${name}`);
  const [on, setOn] = useState(() => shelf.read() === 'on');
  const turn = (next: boolean) => {
    shelf.write(next ? 'on' : undefined);
    setOn(next);
  };
  return [on, turn];
};
