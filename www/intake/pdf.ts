import { linesOf, type Placed } from './lines.js';

type MapTable = Record<string, [start: number, length: number]>;

let maps: Promise<{ table: MapTable; bytes: Uint8Array }> | undefined;

/** The character maps of Chinese fonts, which lie beside the page in one file (see vite.config.ts). */
function characterMaps() {
  maps ??= (async () => {
    const response = await fetch(new URL('cmaps.bin', document.baseURI));
    if (!response.ok) throw new Error(`the character maps could not be fetched (HTTP ${response.status})`);
    const buffer = await response.arrayBuffer();
    const length = new DataView(buffer).getUint32(0, true);
    const table = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length))) as MapTable;
    return { table, bytes: new Uint8Array(buffer, 4 + length) };
  })();
  return maps;
}

/** What pdf.js asks for a character map. */
class CharacterMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const { table, bytes } = await characterMaps();
    const [start, size] = table[name] ?? [];
    if (start === undefined || size === undefined) throw new Error(`there is no character map ${name}`);
    return { cMapData: bytes.slice(start, start + size), isCompressed: true };
  }
}

/** The text of a PDF, its lines in the order in which its pages hold them. */
export async function textOfPdf(
  data: Uint8Array,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const [{ getDocument, PDFWorker }, { default: Thread }] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.min.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'),
  ]);
  const thread = new Thread();
  const loading = getDocument({
    data,
    worker: PDFWorker.create({ port: thread }),
    CMapReaderFactory: CharacterMaps,
    useWorkerFetch: false,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    stopAtErrors: false,
  });
  const stop = () => void loading.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const pdf = await loading.promise;
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      signal.throwIfAborted();
      const page = await pdf.getPage(number);
      const { items, styles } = await page.getTextContent({ disableNormalization: true });
      const placed = items.flatMap((item): Placed[] => {
        if (!('str' in item)) return [];
        const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
        const vertical = styles[item.fontName]?.vertical ?? false;
        const size = Math.hypot(c, d) || Math.hypot(a, b);
        return [{ text: item.str, x, y, width: vertical ? item.height : item.width, size, vertical }];
      });
      pages.push(linesOf(placed));
      page.cleanup();
      onProgress(number / pdf.numPages);
    }
    return pages.filter((page) => page !== '').join('\n\n');
  } finally {
    signal.removeEventListener('abort', stop);
    await loading.destroy();
    thread.terminate();
  }
}
