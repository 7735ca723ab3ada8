import type { MorningLine } from '../../../client/morning';
import type { SectionFinding } from '../../../client/morning-sections';
import { uiTexts } from '../../../ui/texts';

/** The lines that one section told; that it could not be asked is itself something wrong. */
export const linesOf = ({ section, reply }: SectionFinding): readonly MorningLine[] => {
  if (reply.ok) return reply.value;
  const { failure } = reply;
  const words: MorningLine['words'] = (say) => say(uiTexts.notRead, { section: say(section.name), why: say(failure) });
  return [{ id: 'not-read', kind: 'wrong', words, to: section.path }];
};

/** A line as it is shown, with the section that told it. */
export interface ShownLine extends MorningLine {
  readonly key: string;
}

/** What the sections told, each line with a key of its own. */
export const shownLines = (findings: readonly SectionFinding[]): readonly ShownLine[] =>
  findings.flatMap((finding) =>
    linesOf(finding).map((line) => ({ ...line, key: `${finding.city} ${finding.section.path} ${line.id}` })),
  );
