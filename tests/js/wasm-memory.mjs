// How much memory the engines take that are loaded after this module.
const memories = [];
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  memories.push((made.instance ?? made).exports.memory);
  return made;
};

/** Bytes of wasm memory; it never shrinks, so it is also the most that was ever used. */
export const used = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
