import type { Article, Block, Page } from '../types/page.js';

export interface Lines {
  kicker: Block[];
  main: Block[];
  sub: Block[];
}

/** The headline's blocks by what they are. */
export function headlineLines(page: Page, article: Article): Lines {
  const lines: Lines = { kicker: [], main: [], sub: [] };
  for (const block of article.blocks) {
    if (block.type !== 'headline') continue;
    const text = page.text.slice(block.start, block.end);
    if (article.headline?.kicker.includes(text)) lines.kicker.push(block);
    else if (article.headline?.sub.includes(text)) lines.sub.push(block);
    else lines.main.push(block);
  }
  return lines;
}

/** How many headings each block stands under, itself counted when it is one. */
export function headingDepths(article: Article): number[] {
  const depths: number[] = [];
  article.blocks.forEach((block, index) => {
    const above = block.parent === null ? 0 : (depths[block.parent] ?? 0);
    depths[index] = above + (block.type === 'heading' ? 1 : 0);
  });
  return depths;
}
