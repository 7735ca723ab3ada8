/** What a fault says, and what lies under it, each once: `127.0.0.1:5432/tongcheng ← connect ECONNREFUSED 127.0.0.1:5432`. */
export function causeWords(fault: unknown): string {
  const words: string[] = [];
  for (let each: unknown = fault; each !== undefined && words.length < 6; each = under(each)) {
    const said = each instanceof Error ? each.message || codeOf(each) : String(each);
    if (said !== '' && !words.some((before) => before.includes(said))) words.push(said);
  }
  return words.join(' ← ') || '没有说原因 it gave no reason';
}

const under = (fault: unknown): unknown => {
  if (fault instanceof AggregateError && fault.errors.length > 0) return fault.errors[0];
  return fault instanceof Error ? fault.cause : undefined;
};

const codeOf = (fault: Error): string => ('code' in fault ? String(fault.code) : fault.name);
