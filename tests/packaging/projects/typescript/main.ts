import { type Article, BanmianError, type ExportFormat, load, type Page } from 'banmian';
import { type BanmianPage, setEngine } from 'banmian/elements';
import { load as loadInline } from 'banmian/inline';
import { type BanmianWorker, load as loadWorker } from 'banmian/worker';

const banmian = await load();
const page: Page = banmian.parse('', { date: '2026-05-12' });
const headline: string | undefined = page.articles[0]?.headline?.main[0];
const kinds: Article['kind'][] = page.articles.map((article) => article.kind);
const format: ExportFormat = 'csv';
const csv: string = banmian.export('', format, { table: 'figures', source: 'a.txt' });
const [tei, quotes]: string[] = banmian.exportAll('', ['tei', { format: 'ndjson', table: 'quotes' }]);
const worker: BanmianWorker = await loadWorker({ signal: AbortSignal.timeout(1000) });
const remote: Promise<string> = worker.export('', 'jsonld');
const inline: string[] = (await loadInline()).segment('');
const element: BanmianPage = document.createElement('banmian-page');
element.text = '版面';
element.addEventListener('banmian-select', () => {});
setEngine(worker);
try {
  banmian.dispose();
} catch (error) {
  if (error instanceof BanmianError && error.code === 'not-loaded') console.log(error.message);
}
// @ts-expect-error there is no such format
banmian.export('', 'docx');
console.log(headline, kinds, csv, tei, quotes, remote, inline);
