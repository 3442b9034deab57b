/** How many bytes are looked at to find out an encoding that is not marked. */
const SAMPLE = 4096;

/**
 * The characters of a text file: by its byte order mark, by the zero bytes of UTF-16, as UTF-8 when it is valid UTF-8, else
 * in the encoding that the file declares, else in Windows-1252. A declaration that contradicts valid UTF-8 is wrong more
 * often than right, since programs that save pages convert the text and keep the declaration.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const marked = encodingByMark(bytes) ?? encodingByZeros(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeAs(declared ?? 'windows-1252', bytes);
  }
}

/** The encoding that an HTML or XML file says it has, within its first kilobyte. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return /(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{2,40})/iu.exec(head)?.[1];
}

function decodeAs(label: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function encodingByMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Latin text in UTF-16 has a zero in every other byte, and hardly any in the others. */
function encodingByZeros(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 4;
  if (odd > many && even < odd / 10) return 'utf-16le';
  if (even > many && odd < even / 10) return 'utf-16be';
  return undefined;
}
