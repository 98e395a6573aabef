import { load } from 'banmian';
import { load as loadInline } from 'banmian/inline';
import { load as loadWorker } from 'banmian/worker';
import { date, text } from './page.js';

const [banmian, inline, worker] = await Promise.all([load(), loadInline(), loadWorker()]);
const results = {
  here: JSON.stringify(banmian.parse(text, { date })),
  inline: JSON.stringify(inline.parse(text, { date })),
  worker: JSON.stringify(await worker.parse(text, { date })),
};
worker.dispose();
console.log(JSON.stringify(results));
