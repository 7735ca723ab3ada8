/** The name of an operation is the last part of the path, whatever route stands before it. */
export function operationIn(path: string): string {
  const [way = ''] = path.split('?', 1);
  return way.slice(way.lastIndexOf('/') + 1);
}

/** The session in the headers, only as a bearer; names of headers come in any case. */
export function bearerIn(headers: Readonly<Record<string, string>>): { readonly bearer?: string } {
  const named = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization');
  return named?.[1].startsWith('Bearer ') ? { bearer: named[1].slice('Bearer '.length) } : {};
}
