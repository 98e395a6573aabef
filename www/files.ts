/** The text of a file, whichever encoding it is in. */
export async function textOf(file: File): Promise<string> {
  return decode(new Uint8Array(await file.arrayBuffer()));
}

/** Encodings that Chinese text files are found in, the surest to recognise first. */
const ENCODINGS = ['utf-8', 'gb18030', 'big5'] as const;

/** Decodes by the byte order mark, else by the first encoding in which every byte has a meaning. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ENCODINGS) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not this one
    }
  }
  return new TextDecoder().decode(bytes);
}

export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
