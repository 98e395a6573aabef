import { createLoad } from './banmian.js';

export type { Banmian, DataInput, Input, LoadOptions } from './banmian.js';
export { BanmianError, type ErrorCode } from './errors.js';
export type * from './types/export.js';
export type * from './types/measures.js';
export type * from './types/page.js';

/** Loads the engine and its word list; nothing is fetched before this is called. */
export const load = createLoad(
  () => new URL('./banmian.wasm', import.meta.url),
  () => new URL('./lexicon.bin', import.meta.url),
  (url) => fetch(url),
);
