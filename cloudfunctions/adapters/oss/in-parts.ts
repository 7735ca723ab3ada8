/** Cuts a source into parts of one size; the last one, never absent, holds the rest. Holds about one part at a time. */
export async function* inParts(source: AsyncIterable<Uint8Array>, partBytes: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    held.push(chunk);
    bytes += chunk.byteLength;
    while (bytes > partBytes) {
      const whole = Buffer.concat(held);
      yield whole.subarray(0, partBytes);
      held = [whole.subarray(partBytes)];
      bytes -= partBytes;
    }
  }
  yield Buffer.concat(held);
}
