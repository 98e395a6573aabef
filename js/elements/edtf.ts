/** A stretch of time in years, as numbers: 2020.5 is the middle of 2020. */
export type Span = readonly [from: number, to: number];

/** First month and number of months of EDTF's seasons, quarters, quadrimesters and halves. */
const PARTS: Record<number, readonly [first: number, months: number]> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  40: [1, 6],
  41: [7, 6],
};

/** When an ISO 8601 or EDTF value is; `null` for what cannot be put on a time line (a length, a time of day). */
export function spanOf(value: string | null): Span | null {
  if (!value) return null;
  const [left = '', right] = value.split('/');
  if (right === undefined) return momentSpan(left);
  const [from, to] = [momentSpan(left), momentSpan(right)];
  if (from && to) return from[0] <= to[1] ? [from[0], to[1]] : null;
  return from ?? to;
}

function momentSpan(text: string): Span | null {
  const plain = text.replace(/[?~%]/g, '');
  const years = /^(-?\d{1,4}X{1,3})$/.exec(plain);
  if (years) return [Number(plain.replace(/X/g, '0')), Number(plain.replace(/X/g, '9')) + 1];
  const match = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(plain);
  if (!match) return null;
  const [year, part, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  if (part === 0) return [year, year + 1];
  const season = PARTS[part];
  if (season) return [year + (season[0] - 1) / 12, year + (season[0] - 1 + season[1]) / 12];
  if (part > 12) return null;
  const from = year + (part - 1) / 12;
  return day === 0 ? [from, from + 1 / 12] : [from + (day - 1) / 372, from + day / 372];
}

/** The middle of a stretch. */
export const middleOf = ([from, to]: Span): number => (from + to) / 2;
