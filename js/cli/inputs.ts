// Which pages are to be read, and their text.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { type Options, Usage } from './options.js';

/** A page to be read. */
export interface Input {
  /** Where it is; `-` is standard input. */
  path: string;
  /** What it is called in the output, with `/` between folders. */
  name: string;
}

/** The pages in the order of the command line, those of a folder by name. */
export async function findInputs(options: Options): Promise<Input[]> {
  const given = [...options.inputs];
  if (options.filesFrom !== undefined) {
    const list = options.filesFrom === '-' ? await textOf(process.stdin) : await readList(options.filesFrom);
    given.push(...list.split(/\r?\n/).filter((line) => line !== ''));
  } else if (given.length === 0) {
    if (process.stdin.isTTY) throw new Usage('Which pages? Name files or folders; --help says more.');
    given.push('-');
  }
  const found: Input[] = [];
  for (const path of given) {
    const isFolder = path !== '-' && (await stat(path).catch(() => null))?.isDirectory();
    if (isFolder) await walk(path, '', options.extensions, found);
    else found.push({ path, name: path === '-' ? 'stdin' : path.split(sep).join('/') });
  }
  return found;
}

async function readList(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Usage(`--files-from ${path}: ${(error as Error).message}`);
  }
}

async function walk(folder: string, within: string, extensions: string[], found: Input[]): Promise<void> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) await walk(folder, name, extensions, found);
    else if (extensions.includes(extname(entry.name).toLowerCase())) found.push({ path: join(folder, name), name });
  }
}

/** Where a page's output goes below the output folder, without an extension. */
export function stemOf({ path, name }: Input): string {
  // a file named on the command line is put at the top, whatever folder it came from
  const kept = path.split(sep).join('/') === name ? basename(name) : name;
  return kept.slice(0, kept.length - extname(kept).length);
}

export async function readInput({ path }: Input, encoding: string | undefined): Promise<string> {
  if (path !== '-') return decode(await readFile(path), encoding);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return decode(Buffer.concat(chunks), encoding);
}

/** The text of a file: in the encoding that is named, else as its mark says, else UTF-8, else GB18030. */
export function decode(bytes: Uint8Array, encoding: string | undefined): string {
  const named = encoding ?? marked(bytes);
  if (named !== undefined) return strict(bytes, named);
  try {
    return strict(bytes, 'utf-8');
  } catch {
    try {
      return strict(bytes, 'gb18030');
    } catch {
      throw new Error('The file is neither UTF-8 nor GB18030; --encoding names its encoding.');
    }
  }
}

function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function strict(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`The file is not ${encoding}; --encoding names its encoding.`);
  }
}

/** The day that a path names: 2020-03-07, 20200307, 2020/03/07, 2020-03/07. */
export function dateIn(path: string): string | undefined {
  for (const [, year, month, day] of path.matchAll(
    /(?<!\d)((?:18|19|20)\d\d)[-_./年]?(0[1-9]|1[0-2])[-_./月]?(0[1-9]|[12]\d|3[01])(?!\d)/g,
  )) {
    const date = `${year}-${month}-${day}`;
    const time = new Date(`${date}T00:00:00Z`);
    if (!Number.isNaN(time.getTime()) && time.toISOString().startsWith(date)) return date;
  }
  return undefined;
}

/** Own words, one a line: the word, and behind a tab its tag. */
export async function readWords(path: string): Promise<{ word: string; tag?: string }[]> {
  let list: string;
  try {
    list = decode(await readFile(path), undefined);
  } catch (error) {
    throw new Usage(`--words ${path}: ${(error as Error).message}`);
  }
  return list
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [word = '', tag] = line.split('\t');
      return tag ? { word: word.trim(), tag: tag.trim() } : { word: word.trim() };
    });
}
