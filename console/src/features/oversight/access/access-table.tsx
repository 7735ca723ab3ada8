import Button from 'antd/es/button';
import { useState } from 'react';
import { ChoiceFilter } from '../../../kit/choice-filter';
import { ChosenBar } from '../../../kit/chosen-bar';
import { DetailsDrawer } from '../../../kit/details-drawer';
import { KitTable } from '../../../kit/kit-table';
import { useSpeech } from '../../../ui/language';
import { useOfficialName } from '../../../ui/official-name';
import { uiTexts } from '../../../ui/texts';
import { useAddressState } from '../../../ui/use-address-state';
import { accessColumns } from './access-columns';
import type { AccessKind } from './access-kinds';
import type { AccessLine } from './access-lines';
import { accessListTexts, revokeTexts } from './access-texts';

interface Props {
  readonly kind: AccessKind;
  readonly lines: readonly AccessLine[];
  /** Absent for those who may only look. */
  readonly onRevoke: ((lines: readonly AccessLine[]) => void) | undefined;
}

const canChoose = ({ revocable }: AccessLine) => revocable;
const lineName = ({ name }: AccessLine) => name;

const states = { 'in-use': accessListTexts.inUse, revoked: accessListTexts.isRevoked } as const;

/** Who or what may come in: found, narrowed, ordered; looked at in full, and ended one by one or several at once. */
export const AccessTable = ({ kind, lines, onRevoke }: Props) => {
  const { say } = useSpeech();
  const nameOf = useOfficialName();
  const [open, setOpen] = useState<AccessLine>();
  const [ids, setIds] = useState<readonly string[]>([]);
  const { shown, filters } = useNarrowed(kind, lines);
  const chosen = lines.filter(({ id, revocable }) => revocable && ids.includes(id));
  const columns = accessColumns(kind, nameOf);
  return (
    <>
      {onRevoke && (
        <ChosenBar count={chosen.length} onClear={() => setIds([])}>
          <Button data-act="revoke-chosen" onClick={() => onRevoke(chosen)}>
            {say(accessListTexts.revokeChosen)}
          </Button>
        </ChosenBar>
      )}
      <KitTable
        title={accessListTexts[kind]}
        part={`access-${kind}`}
        rows={shown}
        columns={columns}
        keyOf={({ id }) => id}
        marks={({ id }) => ({ 'data-access': id })}
        empty={lines.length === 0 ? accessListTexts.none : uiTexts.noSuchRow}
        filters={filters}
        {...(onRevoke && { chosen: ids, onChosen: setIds, canChoose, nameOf: lineName })}
        acts={(line) => (
          <>
            <Button size="small" data-act="details" onClick={() => setOpen(line)}>
              {say(uiTexts.details)}
            </Button>
            {onRevoke && line.revocable && (
              <Button size="small" data-act="revoke" onClick={() => onRevoke([line])}>
                {say(revokeTexts(kind).act)}
              </Button>
            )}
          </>
        )}
      />
      {open && (
        <DetailsDrawer
          title={open.name}
          lines={[
            ...columns.map(({ name, text }) => ({ name: say(name), value: text(open, say) })),
            ...open.more.map(({ name, value }) => ({ name: say(name), value: <code className="whole">{value}</code> })),
          ]}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
};

/** Narrowed by role and, where some are revoked, by state; both stand in the address. */
const useNarrowed = (kind: AccessKind, lines: readonly AccessLine[]) => {
  const { say } = useSpeech();
  const { read, write } = useAddressState(`access-${kind}`, ['role', 'state']);
  const [role, state] = [read('role') ?? '', read('state') ?? ''];
  const roles = [...new Set(lines.map((line) => line.role))].sort();
  const isRevoked = ({ revokedAt }: AccessLine) => revokedAt !== undefined;
  const isShown = (line: AccessLine) =>
    (role === '' || line.role === role) && (state === '' || isRevoked(line) === (state === 'revoked'));
  const all = say(accessListTexts.all);
  const filters = (
    <>
      <ChoiceFilter
        label={say(accessListTexts.role)}
        name="role"
        value={role}
        choices={roles.map((value) => ({ value, label: value }))}
        all={all}
        onChange={(value) => write({ role: value })}
      />
      {lines.some(isRevoked) && (
        <ChoiceFilter
          label={say(accessListTexts.state)}
          name="state"
          value={state}
          choices={Object.entries(states).map(([value, text]) => ({ value, label: say(text) }))}
          all={all}
          onChange={(value) => write({ state: value })}
        />
      )}
    </>
  );
  return { shown: lines.filter(isShown), filters };
};
