// `npm run bench:figures`: how well numbers, times and figures are read, and how fast, beside Recognizers-Text.
//   --data DIR    scorers and annotated data (default ../shared/bench, with ../shared/pages/seed beside it)
//   --module FILE what to measure (default dist/node.js); it exports load()
// The scorers' tables are printed as they come; what is absent is said to be skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
const argument = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const data = resolve(root, argument('data', '../shared/bench'));
const seed = resolve(data, '../pages/seed');
const entry = resolve(root, argument('module', 'dist/node.js'));
const say = (line = '') => process.stdout.write(`${line}\n`);

if (!existsSync(entry)) {
  say(`${entry} is absent: run \`npm run build\` first, or name another with --module`);
  process.exit(1);
}

/** The scorer of figures compares indicators as strings; the contract gives them as spans with their text. */
function wrapper(directory) {
  const file = join(directory, 'module.mjs');
  writeFileSync(
    file,
    `import { load as inner } from ${JSON.stringify(pathToFileURL(entry).href)};
export async function load() {
  const api = await inner();
  let idle;
  const parse = async (text, options) => {
    clearTimeout(idle);
    const page = await api.parse(text, options);
    idle = setTimeout(() => process.exit(0), 3000);
    return { ...page, figures: page.figures.map((figure) => ({ ...figure, indicator: figure.indicator.text })) };
  };
  return { ...api, parse };
}
`,
  );
  return file;
}

function score(title, script, args) {
  const file = join(data, script);
  say(`\n== ${title}`);
  if (!existsSync(file)) {
    say(`skipped: ${file} is absent`);
    return;
  }
  const run = spawnSync(process.execPath, [file, ...args], { cwd: data, encoding: 'utf8', timeout: 120_000 });
  process.stdout.write(run.stdout ?? '');
  if (run.stderr) process.stderr.write(run.stderr);
}

/** The text both are timed on: the seed page, else sentences of the tests' own tables. */
function sample() {
  const page = join(seed, 'page.txt');
  if (existsSync(page)) return { name: 'the seed page', text: readFileSync(page, 'utf8') };
  const table = readFileSync(join(root, 'tests/figures/figures.tsv'), 'utf8');
  const sentences = table
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t')[0]);
  return {
    name: 'the sentences of tests/figures/figures.tsv, ten times',
    text: `${sentences.join('\n')}\n`.repeat(10),
  };
}

async function speed() {
  const { name, text } = sample();
  say(`\n== Speed on ${name} (${text.length} UTF-16 units)`);
  const { load } = await import(pathToFileURL(entry).href);
  const banmian = await load();
  const rounds = 30;
  for (let i = 0; i < 5; i++) await banmian.parse(text, { date: '2020-03-07' });
  const begin = performance.now();
  for (let i = 0; i < rounds; i++) await banmian.parse(text, { date: '2020-03-07' });
  const ours = (performance.now() - begin) / rounds;
  say(`Banmian, everything it reads on a page   ${ours.toFixed(1)} ms`);
  let suite;
  try {
    suite = createRequire(join(root, 'package.json'))('@microsoft/recognizers-text-suite');
  } catch {
    say('skipped: @microsoft/recognizers-text-suite is not installed (npm install)');
    return;
  }
  const culture = suite.Culture.Chinese;
  const now = new Date(2020, 2, 7);
  const start = performance.now();
  const found =
    suite.recognizeNumber(text, culture).length +
    suite.recognizePercentage(text, culture).length +
    suite.recognizeOrdinal(text, culture).length +
    suite.recognizeCurrency(text, culture).length +
    suite.recognizeDimension(text, culture).length +
    suite.recognizeAge(text, culture).length +
    suite.recognizeTemperature(text, culture).length +
    suite.recognizeDateTime(text, culture, 0, now).length;
  const theirs = performance.now() - start;
  say(`Recognizers-Text, numbers, units, times  ${theirs.toFixed(0)} ms (${found} finds)`);
  say(`Banmian is ${(theirs / ours).toFixed(0)} times as fast`);
}

const directory = mkdtempSync(join(tmpdir(), 'banmian-bench-'));
try {
  const module = wrapper(directory);
  score('Specifications (Recognizers-Text, cn2an, JioNLP), development half', 'specs.mjs', [
    '--module',
    module,
    '--data',
    join(data, 'data/specs'),
    '--part',
    'dev',
  ]);
  if (existsSync(join(seed, 'page.extraction.json'))) {
    score('The seed page', 'extraction.mjs', ['--module', module, '--seed', seed]);
  } else {
    say(`\n== The seed page\nskipped: ${seed} is absent`);
  }
  await speed();
} finally {
  rmSync(directory, { recursive: true, force: true });
}
process.exit(0);
