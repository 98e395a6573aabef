// What `npm run fuzz` and `npm run fuzz:coverage` have in common: the targets and the folders of texts they begin from.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

export const targets = readdirSync(join(root, 'fuzz/fuzz_targets')).map((name) => name.replace('.rs', ''));

/** The folders of a target; new inputs go to the first, which is not kept. */
export function corpora(target) {
  const own = ['fuzz/found', 'fuzz/corpus'].map((folder) => join(root, folder, target));
  for (const folder of own) mkdirSync(folder, { recursive: true });
  return [...own, join(root, 'tests/pages'), join(root, 'tests/figures')];
}
