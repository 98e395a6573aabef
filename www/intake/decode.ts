/** Encodings that Chinese text files are found in. */
export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

const CANDIDATES: readonly Encoding[] = ['gb18030', 'big5', 'utf-16le', 'utf-16be'];

/** As much of a file as its encoding is judged by, in bytes. */
const SAMPLE = 64 * 1024;

/** What every Chinese text is full of, Simplified and Traditional. */
const COMMON = new Set(
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過发發后後作里日本月家业業成部分' +
    '经經学學民工市新方高多面与與用公都开開小行全动動理同前进進长長三二十四五，。、：；“”「」《》（）？！\n\r',
);

/**
 * The encoding of a text file: by the byte order mark; UTF-8 if it is valid; else the one in which the text has most
 * of the characters that Chinese texts are full of. Nearly every sequence of bytes means something in GB18030 and in
 * Big5, so validity alone does not tell these two apart.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  if (decoded(sample, 'utf-8') !== null && !sample.includes(0)) return 'utf-8';
  const scored = CANDIDATES.map((encoding) => [encoding, score(decoded(sample, encoding))] as const);
  const [best, most] = scored.reduce((a, b) => (b[1] > a[1] ? b : a));
  return most > 0 ? best : 'utf-8';
}

export function decode(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** The text, or `null` when some byte has no meaning; the sample's last character may be cut. */
function decoded(sample: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
  } catch {
    return null;
  }
}

/** Share of the characters that are common ones. */
function score(text: string | null): number {
  if (!text) return 0;
  let common = 0;
  let all = 0;
  for (const character of text) {
    all += 1;
    if (COMMON.has(character)) common += 1;
  }
  return common / all;
}
