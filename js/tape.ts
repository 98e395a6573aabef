// A page crosses from the engine as a row of numbers and one string: an object or a string at a time would take longer than
// reading the page. `src/tape.rs` says what the numbers are.

/** A result as the engine gives it; played it is a `T`. */
export interface Tape<T> {
  /** Nothing: tells one result from another when the program is written. */
  readonly played?: T;
  words: Uint32Array;
  /** All strings of the result, one after the other, in UTF-16. */
  strings: Uint16Array;
  /** Names that the engine says more than once, one a line. */
  names: string;
  /** The keys of each kind of object, one kind a line. */
  shapes: string;
}

const NULL = 0;
const TRUE = 1;
const NUMBER = 0;

/**
 * The shapes of which a page has thousands, as literals: V8 makes an object of one in a third of the time that it takes to
 * set key after key. A shape that is not here is played all the same.
 */
const LITERALS: Record<string, (next: () => unknown) => object> = {
  'id start end kind headline authors dateline continuedFrom continuedTo blocks because': (next) => ({
    id: next(),
    start: next(),
    end: next(),
    kind: next(),
    headline: next(),
    authors: next(),
    dateline: next(),
    continuedFrom: next(),
    continuedTo: next(),
    blocks: next(),
    because: next(),
  }),
  'type start end level marker parent because': (next) => ({
    type: next(),
    start: next(),
    end: next(),
    level: next(),
    marker: next(),
    parent: next(),
    because: next(),
  }),
  'kicker main sub': (next) => ({ kicker: next(), main: next(), sub: next() }),
  'type start end entity because': (next) => ({
    type: next(),
    start: next(),
    end: next(),
    entity: next(),
    because: next(),
  }),
  'start end value approximate because': (next) => ({
    start: next(),
    end: next(),
    value: next(),
    approximate: next(),
    because: next(),
  }),
  'start end value unit bounds kind because': (next) => ({
    start: next(),
    end: next(),
    value: next(),
    unit: next(),
    bounds: next(),
    kind: next(),
    because: next(),
  }),
  'text start end': (next) => ({ text: next(), start: next(), end: next() }),
  'indicator scope change from to value time fromTime toTime inherited notes start end because': (next) => ({
    indicator: next(),
    scope: next(),
    change: next(),
    from: next(),
    to: next(),
    value: next(),
    time: next(),
    fromTime: next(),
    toTime: next(),
    inherited: next(),
    notes: next(),
    start: next(),
    end: next(),
    because: next(),
  }),
  'word tag count': (next) => ({ word: next(), tag: next(), count: next() }),
};

/** The plain data that is on the tape. */
export function play<T>(tape: Tape<T>): T {
  return playerOf(tape).value() as T;
}

export const OBJECT = 4;
export const LIST = 5;

interface Player {
  /** The value that comes next. */
  value(): unknown;
  /** Steps into the object or list that comes next, whose values come then; `null` if something else comes. */
  enter(kind: typeof OBJECT | typeof LIST): { keys: string[]; length: number } | null;
}

export function playerOf({ words, strings: units, names: lines, shapes: shapeLines }: Tape<unknown>): Player {
  const strings = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
  const names = lines.split('\n');
  const shapes = shapeLines.split('\n').map((line) => ({ keys: line.split(' '), literal: LITERALS[line] }));
  const doubles = new DataView(words.buffer, words.byteOffset);
  let at = 0;
  let said = 0;

  const value = (): unknown => {
    const word = words[at++] as number;
    const rest = word >>> 3;
    switch (word & 7) {
      case 0:
        return rest;
      case 1:
        return rest === NULL ? null : rest === TRUE;
      case 2:
        return names[rest];
      case 3: {
        const from = said;
        said += rest;
        return strings.slice(from, said);
      }
      case OBJECT: {
        const { keys, literal } = shapes[rest] as { keys: string[]; literal?: (next: () => unknown) => object };
        if (literal) return literal(value);
        const object: Record<string, unknown> = {};
        for (const key of keys) object[key] = value();
        return object;
      }
      case LIST: {
        const list = new Array<unknown>(rest);
        for (let index = 0; index < rest; index++) list[index] = value();
        return list;
      }
      case 6:
        at += 2;
        return doubles.getFloat64((at - 2) * 4, true);
      default:
        at += rest;
        return column(words, at - rest, rest, names);
    }
  };
  const enter: Player['enter'] = (kind) => {
    const word = words[at] as number;
    if ((word & 7) !== kind) return null;
    at++;
    const rest = word >>> 3;
    return kind === OBJECT ? { keys: shapes[rest]?.keys ?? [], length: 0 } : { keys: [], length: rest };
  };
  return { value, enter };
}

function column(words: Uint32Array, from: number, length: number, names: string[]): (number | string)[] {
  const list = new Array<number | string>(length);
  if (((words[from] as number) & 7) === NUMBER) {
    for (let index = 0; index < length; index++) list[index] = (words[from + index] as number) >>> 3;
  } else {
    for (let index = 0; index < length; index++) list[index] = names[(words[from + index] as number) >>> 3] as string;
  }
  return list;
}
