import { load } from './banmian/index.js';
import { load as loadWorker } from './banmian/worker.js';
import { date, text } from './page.js';

const [banmian, worker] = await Promise.all([load(), loadWorker()]);
const here = JSON.stringify(banmian.parse(text, { date }));
const inWorker = JSON.stringify(await worker.parse(text, { date }));
const element = document.querySelector('banmian-page');
while (!element.shadowRoot?.querySelector('[part~=article]')) await new Promise((resolve) => setTimeout(resolve, 50));
window.results = { here, worker: inWorker, element: element.shadowRoot.textContent.length };
