// Where what was read goes. A file is written beside its place and then moved there: what is there is complete.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Column, ExportTable } from '../types/export.js';
import { type Input, stemOf } from './inputs.js';
import { EXTENSIONS, type Options, Usage } from './options.js';
import { inOrder, type Pool } from './pool.js';
import type { Progress } from './progress.js';
import { type Result, readPage } from './read.js';

/** What the outputs depend on besides the pages. */
export interface Settings {
  version: string;
  [name: string]: unknown;
}

export interface Job {
  pool: Pool;
  inputs: readonly Input[];
  options: Options;
  settings: Settings;
  progress: Progress;
  /** Pages under way at once. */
  ahead: number;
}

const BOM = '\ufeff';

export function isFile(path: string): boolean {
  return [...Object.values(EXTENSIONS), '.jsonl', '.txt'].includes(extname(path).toLowerCase());
}

/** One file a page, or one for each of its tables. */
export async function writeFolder(folder: string, job: Job): Promise<void> {
  const { options, inputs, progress } = job;
  await sameSettings(folder, job);
  const pending: Input[] = [];
  const taken = new Map<string, string>();
  for (const input of inputs) {
    const paths = pathsOf(folder, input, options);
    for (const path of paths) {
      const other = taken.get(path);
      if (other !== undefined) throw new Usage(`${other} and ${input.path} would both be written to ${path}.`);
      taken.set(path, input.path);
    }
    if (!options.force && (await areNewer(paths, input.path))) progress.skip();
    else pending.push(input);
  }
  const read = (input: Input) => readPage(job.pool, input, options, false);
  for await (const result of inOrder(pending, job.ahead, read)) {
    if (!told(result, progress)) continue;
    const paths = pathsOf(folder, result.input, options);
    await mkdir(dirname(paths[0] as string), { recursive: true });
    for (const [index, text] of result.texts.entries()) {
      await writeWhole(paths[index] as string, options.bom && options.format === 'csv' ? BOM + text : text);
    }
    progress.done();
  }
}

function pathsOf(folder: string, input: Input, { format, tables }: Options): string[] {
  const stem = join(folder, stemOf(input));
  const extension = EXTENSIONS[format];
  return tables.length > 1 ? tables.map((table) => `${stem}.${table}${extension}`) : [`${stem}${extension}`];
}

async function areNewer(paths: readonly string[], than: string): Promise<boolean> {
  const input = await stat(than).catch(() => null);
  if (input === null) return false;
  for (const path of paths) {
    const output = await stat(path).catch(() => null);
    if (output === null || output.mtimeMs < input.mtimeMs) return false;
  }
  return true;
}

/** Refuses to put outputs of different settings into one folder. */
async function sameSettings(folder: string, { options, settings }: Job): Promise<void> {
  const path = join(folder, '.banmian.json');
  const known = await readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as Record<string, unknown>,
    () => ({}) as Record<string, unknown>,
  );
  const before = known[options.format];
  if (!options.force && before !== undefined && JSON.stringify(before) !== JSON.stringify(settings)) {
    throw new Usage(`${folder} holds ${options.format} of other settings. Take another folder, or --force.`);
  }
  await mkdir(folder, { recursive: true });
  await writeWhole(path, `${JSON.stringify({ ...known, [options.format]: settings }, null, 1)}\n`);
}

/** Pages in one part of a file that is being made of many. */
const PART = 50;

/** All pages in one file, or in one for each table (in a folder, `TABLE.parquet`). Parts are kept beside it until all are there. */
export async function writeCollected(out: string, job: Job): Promise<void> {
  const { options, inputs, progress } = job;
  const { format, tables } = options;
  if (format === 'tei' && inputs.length > 1) throw new Usage('A TEI file holds one page: name a folder with --out.');
  const names: (ExportTable | undefined)[] = tables.length > 0 ? tables : [undefined];
  const inFolder = !isFile(out);
  const stem = out.slice(0, out.length - extname(out).length);
  const finals = names.map((name) => {
    if (inFolder) return join(out, `${name}${EXTENSIONS[format]}`);
    return names.length > 1 ? `${stem}.${name}${extname(out)}` : out;
  });
  const there = await Promise.all(finals.map((path) => stat(path).catch(() => null)));
  if (!options.force && there.every((found) => found !== null)) {
    process.stderr.write(`banmian: ${finals.join(', ')} is there already; --force writes it anew\n`);
    progress.skip(inputs.length);
    return;
  }
  const folder = inFolder ? join(out, '.parts') : `${out}.parts`;
  const done = await openParts(folder, job);
  const partPath = (name: ExportTable | undefined, part: number) => join(folder, `${name ?? 'pages'}-${part}`);
  const parts = Math.ceil(inputs.length / PART);
  const pending: { input: Input; part: number; last: boolean }[] = [];
  for (let part = 0; part < parts; part += 1) {
    const members = inputs.slice(part * PART, (part + 1) * PART);
    if (done.has(part)) progress.skip(members.length);
    else for (const input of members) pending.push({ input, part, last: input === members.at(-1) });
  }
  const read = async (it: (typeof pending)[number]) => ({
    ...it,
    result: await readPage(job.pool, it.input, options, true),
  });
  let texts: string[][] = names.map(() => []);
  let failed = 0;
  for await (const { result, part, last } of inOrder(pending, job.ahead, read)) {
    if (told(result, progress)) {
      for (const [index, text] of result.texts.entries()) texts[index]?.push(body(text, format));
      progress.done();
    } else failed += 1;
    if (!last) continue;
    for (const [index, name] of names.entries()) await writeWhole(partPath(name, part), (texts[index] ?? []).join(''));
    // a part with a page that failed is read again the next time
    if (failed === 0) await writeWhole(join(folder, `${part}.done`), '');
    texts = names.map(() => []);
    failed = 0;
  }
  for (const [index, name] of names.entries()) {
    const paths = Array.from({ length: parts }, (_, part) => partPath(name, part));
    const columns: Column[] = [{ name: 'source', type: 'text' }];
    if (name) columns.push(...(await job.pool.use((engine) => engine.columns(name))));
    const whole = `${finals[index]}.part`;
    await mkdir(dirname(whole), { recursive: true });
    if (format === 'parquet') {
      const { writeParquet } = await import('./parquet.js');
      await writeParquet(whole, paths, columns);
    } else {
      const head = format === 'csv' ? `${options.bom ? BOM : ''}${columns.map((it) => it.name).join(',')}\r\n` : '';
      await writeFile(whole, head);
      for (const path of paths) await pipeline(createReadStream(path), createWriteStream(whole, { flags: 'a' }));
    }
    await rename(whole, finals[index] as string);
  }
  await rm(folder, { recursive: true });
}

/** The parts that an earlier run finished, if it had the same pages and settings. */
async function openParts(folder: string, { inputs, options, settings }: Job): Promise<Set<number>> {
  const hash = createHash('sha256');
  for (const { path } of inputs) {
    const { size, mtimeMs } = (await stat(path).catch(() => null)) ?? { size: 0, mtimeMs: 0 };
    hash.update(`${path}\0${size}\0${mtimeMs}\0`);
  }
  const plan = JSON.stringify({ ...settings, pages: hash.digest('hex') });
  const before = await readFile(join(folder, 'plan.json'), 'utf8').catch(() => null);
  if (before !== null && before !== plan && !options.force) {
    throw new Usage(`${folder} was begun with other pages or settings; --force begins anew.`);
  }
  if (before !== plan || options.force) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeWhole(join(folder, 'plan.json'), plan);
  const done = new Set<number>();
  for (let part = 0; part * PART < inputs.length; part += 1) {
    if ((await stat(join(folder, `${part}.done`)).catch(() => null)) !== null) done.add(part);
  }
  return done;
}

/** Everything on standard output, in the order of the command line. */
export async function writeStandardOutput(job: Job): Promise<void> {
  const { options, inputs, progress } = job;
  if (options.tables.length > 1) throw new Usage('Several tables need --out.');
  const many = inputs.length > 1;
  if (many && options.format === 'tei') throw new Usage('Several TEI documents need --out.');
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0); // whoever read has read enough
    throw error;
  });
  let first = true;
  for await (const result of inOrder(inputs, job.ahead, (input) => readPage(job.pool, input, options, many))) {
    if (!told(result, progress)) continue;
    const [text = ''] = result.texts;
    const head = first && options.bom && options.format === 'csv' ? BOM : '';
    await print(head + (first ? text : body(text, options.format)));
    first = false;
    progress.done();
  }
}

function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
}

/** What of a page's text stands behind that of another page. */
function body(text: string, format: Options['format']): string {
  if (format === 'csv') return text.slice(text.indexOf('\r\n') + 2);
  return format === 'markdown' ? `\n---\n\n${text}` : text;
}

function told(result: Result, progress: Progress): result is Extract<Result, { texts: string[] }> {
  if ('texts' in result) return true;
  progress.fail(result.input.path, result.failure);
  return false;
}

async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.part`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}
