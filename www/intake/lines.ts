/** A run of glyphs as a PDF page places it; in points, from the lower left. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  /** Along the line. */
  width: number;
  /** Height of the letters. */
  size: number;
  vertical: boolean;
}

/** A gap along the line from which on it is another line beside it, in letter heights. */
const FAR = 2.5;
/** A step from line to line above which a blank line stands between, in letter heights. */
const LEADING = 2.6;

/**
 * Lines of text in the order in which the page holds them: what goes on at the same height stays on its line,
 * everything else begins a new one; a blank line where the text jumps to another place.
 */
export function linesOf(items: readonly Placed[]): string {
  let text = '';
  let before: Placed | null = null;
  for (const item of items) {
    if (item.text === '') continue;
    if (before && isPrintedTwice(before, item)) continue;
    if (before) text += between(before, item);
    text += item.text;
    before = item;
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Bold type is often made by printing the same letters again, a hair aside. */
function isPrintedTwice(before: Placed, item: Placed): boolean {
  const hair = item.size * 0.15;
  return (
    item.text === before.text &&
    item.text.trim() !== '' &&
    Math.abs(item.x - before.x) < hair &&
    Math.abs(item.y - before.y) < hair
  );
}

function between(before: Placed, item: Placed): '' | ' ' | '\n' | '\n\n' {
  const size = Math.max(before.size, item.size, 1);
  // Along the line and across it: a vertical line runs down the page.
  const [along, across] = item.vertical
    ? [before.y - before.width - item.y, before.x - item.x]
    : [item.x - before.x - before.width, before.y - item.y];
  if (before.vertical !== item.vertical) return '\n\n';
  if (Math.abs(across) < size * 0.5 && along > -size) {
    if (along > size * FAR) return '\n\n';
    const latin = /[\w)]$/u.test(before.text) && /^[\w(]/u.test(item.text);
    return latin && along > size * 0.2 ? ' ' : '';
  }
  const isNextLine = across > 0 && across < size * LEADING;
  return isNextLine ? '\n' : '\n\n';
}
