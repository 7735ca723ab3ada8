/** Brings a JSON page of the same host, or `undefined` when it cannot be had. */
export const getJson = async (path: string): Promise<unknown> => {
  const response = await fetch(path, { cache: 'no-store' }).catch(() => undefined);
  if (!response?.ok) return undefined;
  return response.json().catch(() => undefined);
};
