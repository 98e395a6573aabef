// Every rule that the documents name is explained in the three languages of the interface.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

async function explanations() {
  const bundle = await rolldown({ input: path('js/elements/because.ts'), tsconfig: false });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}

const codesIn = (text) => [...text.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, code]) => code);

/** The first cells of the tables under a heading `because`. */
function tableCodes(markdown) {
  const codes = [];
  let inside = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('| `because` |')) inside = true;
    else if (!line.startsWith('|')) inside = false;
    else if (inside) codes.push(...codesIn(line.split('|')[1]));
  }
  return codes;
}

/** The codes that the section Because names; what is no code stands with a dot or in brackets. */
function layoutCodes(markdown) {
  return codesIn(/\n## Because\n([\s\S]*?)\n## /u.exec(markdown)[1]);
}

const read = (name) => readFile(path(`docs/${name}.md`), 'utf8');
const DOCUMENTS = [
  ['layout', layoutCodes, 30],
  ['entities', tableCodes, 35],
  ['figures', tableCodes, 8],
];

describe('the rules are explained', async () => {
  const { explanationOf } = await explanations();
  for (const [name, codesOf, least] of DOCUMENTS) {
    test(`docs/${name}.md`, async () => {
      const codes = codesOf(await read(name));
      assert.ok(codes.length >= least, `${codes.length} codes found`);
      for (const locale of ['zh-Hans', 'zh-Hant', 'en']) {
        const bare = codes.filter((code) => explanationOf(locale, code) === code);
        assert.deepEqual(bare, [], locale);
      }
    });
  }

  test('a code without an explanation stands for itself', () => {
    assert.equal(explanationOf('en', 'no-such-rule'), 'no-such-rule');
    assert.equal(explanationOf('en', 'constructor'), 'constructor');
  });
});
