import type { Text } from '@tongcheng/shared/text';
import type { CityCapability } from '@tongcheng/shared/venues/capabilities';
import { Link } from 'wouter';
import type { MorningKind, MorningLine } from '../../../client/morning';
import type { SectionFinding } from '../../../client/morning-sections';
import { useOfficial } from '../../../client/official-context';
import { useSpeech } from '../../../ui/language';
import { PlainHead } from '../../../ui/plain-head';
import { linesOf } from '../morning/told-lines';
import { capabilityTexts, systemsTexts } from './systems-texts';

interface Props {
  readonly city: string;
  readonly capabilities: readonly CityCapability[];
  readonly findings: readonly SectionFinding[];
}

interface System {
  readonly key: string;
  readonly name: Text;
  readonly lines: readonly MorningLine[];
}

const systemsOf = ({ capabilities, findings }: Props): readonly System[] => {
  const told = (capability: CityCapability | undefined) =>
    findings.filter(({ section }) => section.capability === capability).flatMap(linesOf);
  return [
    ...capabilities.map((key) => ({ key, name: capabilityTexts[key], lines: told(key) })),
    { key: 'shared', name: systemsTexts.shared, lines: told(undefined) },
  ];
};

interface LinesProps {
  readonly city: string;
  readonly lines: readonly MorningLine[];
}

/** What is told of one kind; a touch goes where it is done, in that city. */
const Lines = ({ city, lines }: LinesProps) => {
  const { say } = useSpeech();
  const { onCity } = useOfficial();
  if (lines.length === 0) return <span>{say(systemsTexts.none)}</span>;
  return (
    <ul>
      {lines.map(({ id, to, words }) => (
        <li key={`${to} ${id}`}>
          <Link href={to} onClick={() => onCity?.(city)}>
            {words(say)}
          </Link>
        </li>
      ))}
    </ul>
  );
};

const columns: readonly (readonly [Text, readonly MorningKind[]])[] = [
  [systemsTexts.runs, ['course', 'done']],
  [systemsTexts.waits, ['waits']],
  [systemsTexts.wrong, ['wrong']],
];

/** A line a system of one city: what runs, what waits, what is wrong. */
export const SystemTable = (props: Props) => {
  const { say } = useSpeech();
  return (
    <div className="scroll">
      <table className="systems">
        <PlainHead names={[systemsTexts.system, ...columns.map(([name]) => name)]} />
        <tbody>
          {systemsOf(props).map(({ key, name, lines }) => (
            <tr key={key} data-system={key}>
              <th scope="row">{say(name)}</th>
              {columns.map(([column, kinds]) => (
                <td key={column.en} className="wrap" data-kind={kinds[0]}>
                  <Lines city={props.city} lines={lines.filter(({ kind }) => kinds.includes(kind))} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
