/** A part of a plain file that fits into one request. `rowsBefore` is added to the part's row numbers to get the file's. */
export interface CsvPart {
  readonly csv: string;
  readonly rowsBefore: number;
}

/** As many bytes as one import may carry: below the endpoint's 300,000 characters however long each is. */
const partBytes = 290_000;

/** Records of a CSV text: a line break inside quotes does not end one. Joined they give the text again. */
const recordsOf = (text: string): readonly string[] =>
  text.match(/(?:"[^"]*"|[^"\n])*(?:\n|$)|"[^\n]*\n?/g)?.filter((record) => record !== '') ?? [];

const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

/** Cuts a CSV text into parts that each begin with its header and hold at most `maxBytes` bytes (one long record may exceed it). */
export const splitCsv = (text: string, maxBytes = partBytes): readonly CsvPart[] => {
  const [header = '', ...records] = recordsOf(text.replace(/^\uFEFF/, ''));
  const parts: CsvPart[] = [];
  let held: string[] = [];
  let size = bytesOf(header);
  let before = 0;
  const close = () => {
    if (held.length === 0) return;
    parts.push({ csv: header + held.join(''), rowsBefore: before });
    before += held.length;
    held = [];
    size = bytesOf(header);
  };
  for (const record of records) {
    const more = bytesOf(record);
    if (size + more > maxBytes) close();
    held.push(record);
    size += more;
  }
  close();
  return parts.length > 0 ? parts : [{ csv: header, rowsBefore: 0 }];
};
