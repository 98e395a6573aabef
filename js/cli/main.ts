#!/usr/bin/env node
// The command `banmian`.
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { findInputs, readWords } from './inputs.js';
import { HELP, type Options, readArguments, Usage } from './options.js';
import { isFile, type Job, writeCollected, writeFolder, writeStandardOutput } from './outputs.js';
import { Pool } from './pool.js';
import { Progress } from './progress.js';

async function main(): Promise<number> {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const version = await readVersion();
  if (options === 'version') {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  return run(options, version);
}

async function run(options: Options, version: string): Promise<number> {
  const inputs = await findInputs(options);
  if (inputs.length === 0) throw new Usage(`No files found that end with ${options.extensions.join(', ')}.`);
  const words = options.words === undefined ? [] : await readWords(options.words);
  const jobs = Math.min(options.jobs ?? availableParallelism(), inputs.length);
  const { format, tables, fields, date, dateFromPath, encoding, bom } = options;
  const settings = { version, format, tables, fields, date, dateFromPath, encoding, bom, words };
  const progress = new Progress(inputs.length, options.quiet);
  const pool = await startPool(jobs, words);
  try {
    const job: Job = { pool, inputs, options, settings, progress, ahead: 4 * jobs };
    if (options.out === undefined) await writeStandardOutput(job);
    else if (isFile(options.out) || format === 'parquet') await writeCollected(options.out, job);
    else await writeFolder(options.out, job);
  } finally {
    pool.dispose();
    progress.end();
  }
  return progress.failed > 0 ? 1 : 0;
}

async function startPool(jobs: number, words: { word: string; tag?: string }[]): Promise<Pool> {
  try {
    return await Pool.start(jobs, words);
  } catch (error) {
    if ((error as { code?: string }).code === 'bad-option') throw new Usage(`--words: ${(error as Error).message}`);
    throw error;
  }
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

try {
  process.exitCode = await main();
} catch (error) {
  const usage = error instanceof Usage;
  process.stderr.write(`banmian: ${(error as Error).message}${usage ? ' (--help says more)' : ''}\n`);
  process.exitCode = usage ? 2 : 1;
}
