// Written by scripts/build.mjs: the files of the package, gzip in Base64.
declare module 'banmian:data' {
  export const wasm: () => string;
  export const lexicon: () => string;
}
