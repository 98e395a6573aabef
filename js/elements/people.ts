import type { Entity, Page, Quote } from '../types/page.js';
import { lastAtOrBefore, type Range, sentenceAt } from './selection.js';

/** Where an entity is named, in text order. */
export function mentionsOf(page: Page, entity: Entity): Range[] {
  return entity.mentions
    .flatMap((index): Range[] => {
      const mention = page.mentions[index];
      return mention ? [[mention.start, mention.end]] : [];
    })
    .sort((a, b) => a[0] - b[0]);
}

export interface Companion {
  entity: number;
  /** In how many sentences both stand. */
  sentences: number;
}

/** Who and what stands in the same sentences, the most often first. */
export function companionsOf(page: Page, entity: number): Companion[] {
  const bySentence = sentences(page);
  const counts = new Map<number, number>();
  for (const those of bySentence.values()) {
    if (!those.has(entity)) continue;
    for (const other of those) if (other !== entity) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...counts]
    .map(([other, count]) => ({ entity: other, sentences: count }))
    .sort((a, b) => b.sentences - a.sentences || a.entity - b.entity);
}

const SENTENCES = new WeakMap<Page, Map<number, Set<number>>>();

/** The entities of each sentence that names any; an office is no companion. */
function sentences(page: Page): Map<number, Set<number>> {
  let found = SENTENCES.get(page);
  if (found) return found;
  found = new Map();
  for (const { start, entity, type } of page.mentions) {
    if (type === 'title') continue;
    const sentence = lastAtOrBefore(page.sentences.start, start);
    const those = found.get(sentence);
    if (those) those.add(entity);
    else found.set(sentence, new Set([entity]));
  }
  SENTENCES.set(page, found);
  return found;
}

/** A sentence with a stretch in its middle, not longer than some characters to each side. */
export function contextOf(
  page: Page,
  [start, end]: Range,
  width: number,
): { before: string; named: string; after: string } {
  const [from, to] = sentenceAt(page, start);
  const first = Math.max(from, start - width);
  const last = Math.min(Math.max(to, end), end + width);
  const flat = (text: string) => text.replace(/\n+/g, ' ');
  return {
    before: (first > from ? '…' : '') + flat(page.text.slice(first, start)),
    named: flat(page.text.slice(start, end)),
    after: flat(page.text.slice(end, last)) + (last < to ? '…' : ''),
  };
}

/** A place with those that lie in it. */
export interface PlaceNode {
  name: string;
  /** Index of the entity that is this place itself; `null` when the page names only places in it. */
  entity: number | null;
  /** Mentions of it and of all places in it. */
  count: number;
  own: number;
  children: PlaceNode[];
}

/** The places of the page as they lie in each other; those of which that is not known stand by themselves. */
export function placesOf(page: Page): PlaceNode[] {
  const root: PlaceNode = { name: '', entity: null, count: 0, own: 0, children: [] };
  page.entities.forEach((entity, index) => {
    if (entity.type !== 'place') return;
    const path = entity.place?.path.length ? entity.place.path : [entity.name];
    const times = entity.mentions.length;
    let node = root;
    for (const name of path) {
      let next = node.children.find((child) => child.name === name);
      if (!next) {
        next = { name, entity: null, count: 0, own: 0, children: [] };
        node.children.push(next);
      }
      next.count += times;
      node = next;
    }
    node.entity ??= index;
    node.own += times;
  });
  const order = (nodes: PlaceNode[]): PlaceNode[] => {
    for (const { children } of nodes) order(children);
    return nodes.sort((a, b) => b.count - a.count);
  };
  return order(root.children);
}

export interface Speaker {
  /** `null` for what no one is named for. */
  entity: number | null;
  quotes: Quote[];
  /** Characters said. */
  spoken: number;
}

/** Who spoke, the most first; what no one is named for comes last. */
export function speakersOf(page: Page): Speaker[] {
  const speakers = new Map<number | null, Speaker>();
  for (const quote of page.quotes) {
    const speaker = speakers.get(quote.speaker) ?? { entity: quote.speaker, quotes: [], spoken: 0 };
    speakers.set(quote.speaker, speaker);
    speaker.quotes.push(quote);
    speaker.spoken += quote.end - quote.start;
  }
  for (const speaker of speakers.values()) {
    const said = speaker.entity === null ? undefined : page.entities[speaker.entity]?.spoken;
    if (said) speaker.spoken = said; // speech within speech counted once
  }
  return [...speakers.values()].sort(
    (a, b) => Number(a.entity === null) - Number(b.entity === null) || b.spoken - a.spoken,
  );
}
