// Words side by side: Banmian, jieba-wasm and Intl.Segmenter, in one run, each in a process of its own.
//   npm run build && npm run bench:words [-- TEXT_FILE]
// Without a file the text is the sentences below, repeated to 1.4 MB; a text of your own tells more.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = fileURLToPath(import.meta.url);
const root = dirname(dirname(here));
const require = createRequire(here);
const ROUNDS = 5;
const BYTES = 1_400_000;
const SENTENCES = [
  '本报讯（记者 林知远）3月6日，青川市委副书记、市长唐明飞在江北新区调研时强调，要坚持稳中求进工作总基调，推动高质量发展。',
  '2025年，全市地区生产总值增长6.3%，城乡居民人均可支配收入达到28920元，新增城镇就业12.4万人。',
  '座谈会上，来自二十多个国家和地区的三百余名代表围绕绿色低碳、数字经济等议题展开讨论。',
  '“我们村的路修通了，柑橘卖到了全国各地。”云台县石桥村党支部书记毛远林说。',
  '港口集团董事长雷凡介绍，首批15台起重机已完成安装，预计年底前投入使用。',
];

const engines = {
  banmian: {
    files: () => [...['banmian.wasm', 'lexicon.bin'].map((file) => join(root, 'dist', file)), ...scripts('index.js')],
    async load() {
      const { load } = await import(pathToFileURL(join(root, 'dist/node.js')));
      return load();
    },
    segment: (engine, text) => engine.segment(text),
    tag: (engine, text) => engine.tag(text),
  },
  'jieba-wasm': {
    files: () => {
      const folder = dirname(require.resolve('jieba-wasm'));
      return ['jieba_rs_wasm_bg.wasm', 'jieba_rs_wasm.js'].map((file) => join(folder, file));
    },
    load: async () => require('jieba-wasm'),
    segment: (engine, text) => engine.cut(text, true),
    tag: (engine, text) => engine.tag(text, true),
  },
  'Intl.Segmenter': {
    files: () => [],
    load: async () => new Intl.Segmenter('zh', { granularity: 'word' }),
    // a paragraph at a time: its time for one long text grows with the square of the length
    segment: (engine, text) =>
      text.split('\n').flatMap((line) => Array.from(engine.segment(line), (piece) => piece.segment)),
  },
};

/** A script of the package and what it imports. */
function scripts(name, seen = new Set()) {
  const path = join(root, 'dist', name);
  if (seen.has(path)) return [];
  seen.add(path);
  if (!existsSync(path)) return [path];
  const imported = [...readFileSync(path, 'utf8').matchAll(/from\s*["']\.\/([^"']+)["']/g)];
  return [path, ...imported.flatMap(([, file]) => scripts(file, seen))];
}

function sample(file) {
  if (file) return readFileSync(file, 'utf8');
  const once = `${SENTENCES.join('\n')}\n`;
  return once.repeat(Math.ceil(BYTES / Buffer.byteLength(once)));
}

/** The best of some rounds, in MB/s. */
function speed(run, text) {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    run(text);
    best = Math.min(best, performance.now() - start);
  }
  return Buffer.byteLength(text) / 1e3 / best;
}

async function measure(name, file) {
  const engine = engines[name];
  const text = sample(file);
  // what is awaited or not, the wasm memory counts: the largest that was made
  const memories = [];
  const { Memory, instantiate, Instance } = WebAssembly;
  const note = (instance) => {
    for (const value of Object.values(instance.exports)) if (value instanceof Memory) memories.push(value);
  };
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    note(made.instance ?? made);
    return made;
  };
  WebAssembly.Instance = new Proxy(Instance, {
    construct(made, given) {
      const instance = Reflect.construct(made, given);
      note(instance);
      return instance;
    },
  });
  const start = performance.now();
  const loaded = await engine.load();
  engine.segment(loaded, SENTENCES[0]);
  const first = performance.now() - start;
  const memory = () => Math.max(0, ...memories.map((one) => one.buffer.byteLength)) / 1e6;
  const started = memory();
  const segment = speed((given) => engine.segment(loaded, given), text);
  const tag = engine.tag ? speed((given) => engine.tag(loaded, given), text) : null;
  console.log(JSON.stringify({ first, started, segment, tag, memory: memory() }));
}

function table(file) {
  const text = sample(file);
  console.log(`${(Buffer.byteLength(text) / 1e6).toFixed(2)} MB of text, best of ${ROUNDS}, Node ${process.version}`);
  const rows = Object.entries(engines).map(([name, engine]) => {
    const missing = engine.files().find((path) => !existsSync(path));
    if (missing) throw new Error(`${missing} is missing: run npm ci and npm run build`);
    const bytes = engine.files().map((path) => readFileSync(path));
    const size = (compress) => bytes.reduce((sum, data) => sum + compress(data).length, 0) / 1e6;
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
    const run = spawnSync(process.execPath, [here, '--one', name, ...(file ? [file] : [])], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
    const { first, started, segment, tag, memory } = JSON.parse(run.stdout);
    return {
      engine: name,
      'Brotli 11, MB': size((data) => brotliCompressSync(data, quality)).toFixed(3),
      'gzip 9, MB': size((data) => gzipSync(data, { level: 9 })).toFixed(3),
      'first result, ms': first.toFixed(0),
      'segment, MB/s': segment.toFixed(2),
      'tag, MB/s': tag === null ? '-' : tag.toFixed(2),
      'wasm memory, MB': started ? `${started.toFixed(0)} then ${memory.toFixed(0)}` : '-',
    };
  });
  console.table(rows);
}

const [option, ...rest] = process.argv.slice(2);
if (option === '--one') await measure(rest[0], rest[1]);
else table(option);
