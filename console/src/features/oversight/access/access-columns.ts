import type { Text } from '@tongcheng/shared/text';
import { formatInstant, type Instant } from '@tongcheng/shared/time';
import type { TableColumn } from '../../../kit/table-view';
import type { Say } from '../../../ui/language';
import type { AccessKind } from './access-kinds';
import type { AccessLine } from './access-lines';
import { accessListTexts } from './access-texts';

const texts = accessListTexts;
const shown = (at: Instant | undefined) => (at === undefined ? '—' : formatInstant(at, 'YYYY-MM-DD HH:mm'));

const timeOf = (id: string, name: Text, at: (line: AccessLine) => Instant | undefined): TableColumn<AccessLine> => ({
  id,
  name,
  text: (line) => shown(at(line)),
  order: (line) => at(line) ?? 0,
});

const stateOf = ({ revokedAt, sessions }: AccessLine, say: Say): string => {
  if (revokedAt !== undefined) return say(texts.revoked, { time: shown(revokedAt) });
  return sessions === undefined ? say(texts.inUse) : say(texts.sessions, { n: sessions });
};

/** The columns of a kind; who let somebody in by name. */
export function accessColumns(
  kind: AccessKind,
  nameOf: (officialId: string) => string,
): readonly TableColumn<AccessLine>[] {
  const name = {
    id: 'name',
    name: texts.name,
    text: ({ name }: AccessLine) => name,
    order: ({ name }: AccessLine) => name,
  };
  const role = {
    id: 'role',
    name: texts.role,
    text: ({ role }: AccessLine) => role,
    order: ({ role }: AccessLine) => role,
  };
  const where: TableColumn<AccessLine> = { id: 'where', name: texts.where, text: (line) => line.where, kind: 'places' };
  const byOf = ({ by }: AccessLine) => (by === undefined ? '—' : nameOf(by));
  const by = (title: Text): TableColumn<AccessLine> => ({ id: 'by', name: title, text: byOf, order: byOf });
  const until = (title: Text) => timeOf('until', title, (line) => line.until);
  const from = (title: Text) => timeOf('from', title, (line) => line.from);
  const state = { id: 'state', name: texts.state, text: stateOf, order: ({ revokedAt }: AccessLine) => revokedAt ?? 0 };
  const first = [{ ...name, kind: 'head' as const }, role, where];
  switch (kind) {
    case 'staff':
      return [...first, by(texts.invitedBy), from(texts.signedIn), until(texts.ends)];
    case 'invitations':
      return [...first, by(texts.invitedBy), until(texts.worksUntil)];
    case 'devices':
    case 'partners':
      return [...first, by(texts.registeredBy), from(texts.registeredAt), state];
    case 'sign-ins':
      return [
        { ...name, kind: 'head' as const },
        { ...role, name: texts.browser },
        from(texts.signedIn),
        timeOf('heard', texts.heardAt, (line) => line.heardAt),
        until(texts.ends),
      ];
    case 'officials':
      return [...first, state];
  }
}
