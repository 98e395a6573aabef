import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createLoad } from './banmian.js';

export type { Banmian, DataInput, Input, LoadOptions } from './banmian.js';
export { BanmianError, type ErrorCode } from './errors.js';
export type * from './types/export.js';
export type * from './types/measures.js';
export type * from './types/page.js';

/** Loads the engine and its word list from the files beside this script, or from where the options say. */
export const load = createLoad(
  () => new URL('./banmian.wasm', import.meta.url),
  () => new URL('./lexicon.bin', import.meta.url),
  readUrl,
);

async function readUrl(url: URL | string): Promise<Response | BufferSource> {
  const parsed = typeof url === 'string' && URL.canParse(url) ? new URL(url) : url;
  const protocol = parsed instanceof URL ? parsed.protocol : null;
  if (protocol === 'http:' || protocol === 'https:') return fetch(parsed);
  return readFile(protocol === 'file:' ? fileURLToPath(parsed) : String(url));
}
