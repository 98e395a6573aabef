// The whole package in one file, for places that can fetch nothing: the engine and its word list are in it.
import { lexicon, wasm } from 'banmian:data';
import { createLoad } from './banmian.js';

export type { Banmian, DataInput, Input, LoadOptions } from './banmian.js';
export { BanmianError, type ErrorCode } from './errors.js';
export type * from './types/export.js';
export type * from './types/measures.js';
export type * from './types/page.js';

/** Loads the engine and its word list out of this file. */
export const load = createLoad(
  () => unpack(wasm()),
  () => unpack(lexicon()),
  (url) => fetch(url),
);

/** Base64 of gzip → bytes. */
async function unpack(base64: string): Promise<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
