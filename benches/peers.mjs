// The engines that are compared, each doing the same work. This file runs in Node and in a browser alike.

const WORK = '座谈会上，来自二十多个国家和地区的三百余名代表围绕绿色低碳、数字经济等议题展开讨论。';
const ROUNDS = 5;
/** Bytes of UTF-8 that a slow engine is measured on. */
const SLICE = 200_000;

export const peers = {
  Banmian: {
    async load({ banmian }) {
      return (await import(banmian)).load();
    },
    segment: (engine, text) => engine.segment(text),
    tag: (engine, text) => engine.tag(text),
    parse: (engine, text) => engine.parse(text),
  },
  'jieba-wasm': {
    async load({ jieba }) {
      const module = await import(jieba);
      await (module.default instanceof Function ? module.default() : undefined);
      return module.cut ? module : module.default;
    },
    segment: (engine, text) => engine.cut(text, true),
    tag: (engine, text) => engine.tag(text, true),
  },
  '@node-rs/jieba': {
    async load({ nodeJieba, nodeJiebaDictionary }) {
      const [{ Jieba }, { dict }] = [await import(nodeJieba), await import(nodeJiebaDictionary)];
      return Jieba.withDict(dict);
    },
    segment: (engine, text) => engine.cut(text, true),
    tag: (engine, text) => engine.tag(text, true),
    nodeOnly: true,
  },
  'Intl.Segmenter': {
    load: async () => new Intl.Segmenter('zh', { granularity: 'word' }),
    // a paragraph at a time: its time for one long text grows with the square of the length
    segment: (engine, text) =>
      text.split('\n').flatMap((line) => Array.from(engine.segment(line), (piece) => piece.segment)),
    slow: true,
  },
};

/**
 * Loads one engine and measures it: milliseconds from import to the first result, MB/s (UTF-8) of the calls with
 * strings on both sides, [median, lowest, highest] of some rounds, and the wasm memory in MB after the first result and
 * at the end.
 */
export async function measure(name, places, text) {
  const peer = peers[name];
  const given = peer.slow ? text.slice(0, SLICE / 3) : text;
  const bytes = new TextEncoder().encode(given).length;
  const memory = watchMemory();
  const start = performance.now();
  const engine = await peer.load(places);
  peer.segment(engine, WORK);
  const first = performance.now() - start;
  const loaded = memory();
  const speed = (call) => {
    if (!call) return null;
    const rounds = Array.from({ length: ROUNDS }, () => {
      const begun = performance.now();
      call(engine, given);
      return bytes / 1e3 / (performance.now() - begun);
    }).sort((a, b) => a - b);
    return [rounds[ROUNDS >> 1], rounds[0], rounds.at(-1)];
  };
  return {
    first,
    loaded,
    segment: speed(peer.segment),
    tag: speed(peer.tag),
    parse: speed(peer.parse),
    memory: memory(),
  };
}

/** Notes every wasm memory from now on; the function it gives tells the largest in MB. */
function watchMemory() {
  const memories = [];
  const note = (instance) => {
    for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.push(value);
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const made = await original.call(WebAssembly, ...given);
      note(made.instance ?? made);
      return made;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(made, given) {
      const instance = Reflect.construct(made, given);
      note(instance);
      return instance;
    },
  });
  return () => Math.max(0, ...memories.map((one) => one.buffer.byteLength)) / 1e6;
}
