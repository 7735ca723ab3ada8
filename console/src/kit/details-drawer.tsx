import Drawer from 'antd/es/drawer';
import { type ReactNode, useEffect } from 'react';

interface Props {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly value: ReactNode }[];
  readonly onClose: () => void;
}

/** The focus goes back to where it was when the drawer opened: the drawer is gone at once, before the kit would see to it. */
const useFocusBack = () => {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
};

/** All that is known of one row, beside its table. */
export const DetailsDrawer = ({ title, lines, onClose }: Props) => {
  useFocusBack();
  return (
    <Drawer open title={title} onClose={onClose} size="min(32rem, 100vw)">
      <dl className="details-list" data-part="details">
        {lines.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  );
};
