import { decode } from './decode.js';

/** What carries no text of the page. */
const LEFT_OUT = 'script, style, noscript, template, svg, iframe, object, head, select, button, [hidden]';

/** Elements that stand on lines of their own; between paragraphs there is a blank line. */
const LINES = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER LI MAIN NAV OL PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set('P H1 H2 H3 H4 H5 H6 HR'.split(' '));

/** Decodes by the charset that the page names for itself, else by its bytes. */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  if (named && bytes[0] !== 0xff && bytes[0] !== 0xfe) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // no encoding of that name
    }
  }
  return decode(bytes);
}

/** The text of a web page. It is parsed, never shown: no script of it runs and nothing it names is fetched. */
export function textOfHtml(markup: string): string {
  const { body } = new DOMParser().parseFromString(withoutStyles(markup), 'text/html');
  for (const element of body.querySelectorAll(LEFT_OUT)) element.remove();
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const kept = node.parentElement?.closest('pre, textarea');
      const text = node.nodeValue ?? '';
      parts.push(kept ? text : text.replace(/[ \t\r\n\f]+/g, ' '));
      return;
    }
    const name = node.nodeName;
    if (name === 'BR') {
      parts.push('\n');
      return;
    }
    const around = PARAGRAPHS.has(name) ? '\n\n' : LINES.has(name) ? '\n' : '';
    parts.push(around);
    for (const child of node.childNodes) walk(child);
    parts.push(name === 'TD' || name === 'TH' ? ' ' : around);
  };
  walk(body);
  return parts
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Styles would be blocked anyway, each with a complaint of the browser. */
function withoutStyles(markup: string): string {
  return markup
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ''));
}
