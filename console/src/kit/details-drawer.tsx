import type { ReactNode } from 'react';
import { SideDrawer } from './side-drawer';

interface Props {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly value: ReactNode }[];
  readonly onClose: () => void;
}

/** All that is known of one row, beside its table. */
export const DetailsDrawer = ({ title, lines, onClose }: Props) => (
  <SideDrawer title={title} part="row-details" onClose={onClose}>
    <dl className="details-list" data-part="details">
      {lines.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </SideDrawer>
);
