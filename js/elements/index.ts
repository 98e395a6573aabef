import { BanmianChart } from './chart.js';
import { BanmianCompare } from './compare.js';
import { BanmianEntities } from './entities.js';
import { BanmianFigures } from './figures.js';
import { BanmianMap } from './map.js';
import { BanmianOutline } from './outline.js';
import { BanmianPage, type ReadingPlace } from './page.js';
import { BanmianQuotes } from './quotes.js';
import { BanmianSource } from './source.js';
import { BanmianStatistics } from './statistics.js';
import { BanmianWords } from './words.js';

export { BanmianElement } from './element.js';
export { getEngine, setEngine } from './engine.js';
export { MARK_KINDS, type MarkKind, USUAL_KINDS } from './marks.js';
export { type Range, type Selection, stringPlaces } from './selection.js';
export { filled, type Locale } from './strings.js';
export { toCsv, toTsv } from './table.js';
export {
  BanmianChart,
  BanmianCompare,
  BanmianEntities,
  BanmianFigures,
  BanmianMap,
  BanmianOutline,
  BanmianPage,
  BanmianQuotes,
  BanmianSource,
  BanmianStatistics,
  BanmianWords,
  type ReadingPlace,
};

/** The elements by their names. */
const ELEMENTS = {
  'banmian-page': BanmianPage,
  'banmian-outline': BanmianOutline,
  'banmian-statistics': BanmianStatistics,
  'banmian-map': BanmianMap,
  'banmian-figures': BanmianFigures,
  'banmian-entities': BanmianEntities,
  'banmian-quotes': BanmianQuotes,
  'banmian-words': BanmianWords,
  'banmian-source': BanmianSource,
  'banmian-compare': BanmianCompare,
  'banmian-chart': BanmianChart,
};

for (const [name, element] of Object.entries(ELEMENTS)) {
  // Two copies of the package in one document: the first stays.
  if (!customElements.get(name)) customElements.define(name, element);
}

declare global {
  interface HTMLElementTagNameMap {
    'banmian-page': BanmianPage;
    'banmian-outline': BanmianOutline;
    'banmian-statistics': BanmianStatistics;
    'banmian-map': BanmianMap;
    'banmian-figures': BanmianFigures;
    'banmian-entities': BanmianEntities;
    'banmian-quotes': BanmianQuotes;
    'banmian-words': BanmianWords;
    'banmian-source': BanmianSource;
    'banmian-compare': BanmianCompare;
    'banmian-chart': BanmianChart;
  }
}
