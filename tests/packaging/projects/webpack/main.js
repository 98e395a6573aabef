import { load } from 'banmian';
import { load as loadWorker } from 'banmian/worker';
import { date, text } from './page.js';

const [banmian, worker] = await Promise.all([load(), loadWorker()]);
window.results = {
  here: JSON.stringify(banmian.parse(text, { date })),
  worker: JSON.stringify(await worker.parse(text, { date })),
};
