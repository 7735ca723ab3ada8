import type { Doc } from '../../ports/document-store';

/** One write, in enough words to make it again over what was there before. */
export type WriteOp =
  | { readonly kind: 'insert'; readonly id: string; readonly body: string }
  | { readonly kind: 'update'; readonly id: string; readonly body: string; readonly expected: number }
  | { readonly kind: 'delete'; readonly id: string };

/** Several writes as lines of text. A body is JSON, so it has no line break of its own. */
export const writeOps = (ops: readonly WriteOp[]): string => ops.map(lineOf).join('\n');

/** What {@link writeOps} wrote. */
export const readOps = (text: string): readonly WriteOp[] => text.split('\n').map(opOf);

function lineOf(op: WriteOp): string {
  switch (op.kind) {
    case 'insert':
      return `i${op.body}`;
    case 'update':
      return `u${op.expected} ${op.body}`;
    case 'delete':
      return `d${JSON.stringify(op.id)}`;
  }
}

function opOf(line: string): WriteOp {
  const rest = line.slice(1);
  if (line.startsWith('i')) return { kind: 'insert', id: idIn(rest), body: rest };
  if (line.startsWith('d')) return { kind: 'delete', id: String(JSON.parse(rest)) };
  const body = rest.slice(rest.indexOf(' ') + 1);
  return { kind: 'update', id: idIn(body), body, expected: Number.parseInt(rest, 10) };
}

function idIn(body: string): string {
  const { _id }: Doc = JSON.parse(body);
  return _id;
}
