// A chart as a file: SVG with its looks written out, and PNG.
import type { Bar } from './charts.js';

const SVG = 'http://www.w3.org/2000/svg';

const COLOURS = ['fill', 'stroke'] as const;
const LOOKS = [
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/** What an element is while one chooses in it has no meaning in a file. */
const OF_THE_PAGE = /^(class|style|tabindex|role|part|aria-.*|data-.*)$/;

/** Pixels of a PNG for each unit of the picture. */
const SCALE = 2;
const MARGIN = 12;

/** A drawing that stands on its own: what style sheets say of it is written into it. */
export function standalone(svg: SVGSVGElement, background: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  const gone: SVGElement[] = [];
  originals.forEach((original, index) => {
    const [style, to] = [getComputedStyle(original), copies[index] as SVGElement];
    if (style.display === 'none') gone.push(to);
    for (const name of COLOURS) {
      const [colour, alpha] = plainColour(style.getPropertyValue(name));
      to.setAttribute(name, colour);
      if (alpha < 1) to.setAttribute(`${name}-opacity`, alpha.toFixed(3));
    }
    for (const name of LOOKS) {
      const value = style.getPropertyValue(name);
      if (value !== '' && value !== 'normal') to.setAttribute(name, value);
    }
    for (const { name } of [...to.attributes]) {
      if (OF_THE_PAGE.test(name)) to.removeAttribute(name);
    }
  });
  const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
  for (let it = comments.nextNode(); it; it = comments.nextNode()) it.parentNode?.removeChild(it);
  const label = svg.getAttribute('aria-label');
  if (label) {
    copy.setAttribute('role', 'img');
    copy.setAttribute('aria-label', label);
  }
  for (const element of gone) element.remove();
  const { width, height } = sizeOf(svg);
  const [x = 0, y = 0, w = width, h = height] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [mx, my] = [(MARGIN * w) / width, (MARGIN * h) / height];
  copy.setAttribute('viewBox', `${x - mx} ${y - my} ${w + 2 * mx} ${h + 2 * my}`);
  copy.setAttribute('width', String(width + 2 * MARGIN));
  copy.setAttribute('height', String(height + 2 * MARGIN));
  copy.setAttribute('xmlns', SVG);
  const ground = document.createElementNS(SVG, 'rect');
  const numbers = { x: x - mx, y: y - my, width: w + 2 * mx, height: h + 2 * my };
  for (const [name, number] of Object.entries(numbers)) ground.setAttribute(name, String(number));
  ground.setAttribute('fill', plainColour(background)[0]);
  copy.prepend(ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

function sizeOf(svg: SVGSVGElement): { width: number; height: number } {
  const { width, height } = svg.getBoundingClientRect();
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}

/** The drawing as pixels. */
export async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the picture is too large for this browser');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

const PLAIN = new Map<string, [string, number]>();

/** A colour as every program reads it: `#rrggbb` and its opacity. */
function plainColour(colour: string): [string, number] {
  if (colour === 'none' || colour === '') return ['none', 1];
  let plain = PLAIN.get(colour);
  if (!plain) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return [colour, 1];
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
    const hex = [red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('');
    plain = [`#${hex}`, alpha / 255];
    PLAIN.set(colour, plain);
  }
  return plain;
}

/** A bar chart as a drawing; on the page it is a list, so that it reads as one without eyes. */
export function drawBars(bars: readonly Bar[], host: HTMLElement): SVGSVGElement {
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [row, label, width, value] = [26, 150, 480, 70];
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value)), Number.MIN_VALUE);
  const svg = document.createElementNS(SVG, 'svg');
  const height = bars.length * row;
  svg.setAttribute('viewBox', `0 0 ${label + width + value} ${height}`);
  svg.setAttribute('width', String(label + width + value));
  svg.setAttribute('height', String(height));
  const add = (name: string, attributes: Record<string, string | number>, text = '') => {
    const element = document.createElementNS(SVG, name);
    for (const [key, it] of Object.entries(attributes)) element.setAttribute(key, String(it));
    element.textContent = text;
    svg.append(element);
  };
  bars.forEach((bar, index) => {
    const middle = index * row + row / 2;
    const font = { 'font-family': 'sans-serif', 'font-size': 14, 'dominant-baseline': 'central' };
    const long = (Math.abs(bar.value) / most) * width;
    add('text', { ...font, x: label - 10, y: middle, 'text-anchor': 'end', fill: colour('--_ink') }, bar.label);
    add('rect', { x: label, y: middle - 6, width: Math.max(1, long), height: 12, fill: colour('--_accent') });
    const number = bar.note ?? bar.value.toLocaleString('en');
    add('text', { ...font, x: label + long + 8, y: middle, fill: colour('--_soft') }, number);
  });
  return svg;
}
