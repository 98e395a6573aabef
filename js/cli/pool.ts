// Engines in worker threads, and pages read by them in order.
import { load } from '../worker-node.js';

type Engine = Awaited<ReturnType<typeof load>>;

/** As many engines as threads; each reads one page at a time. */
export class Pool {
  readonly #free: Engine[];
  readonly #all: readonly Engine[];
  readonly #waiting: ((engine: Engine) => void)[] = [];

  private constructor(engines: Engine[]) {
    this.#all = engines;
    this.#free = [...engines];
  }

  static async start(jobs: number, words: { word: string; tag?: string }[]): Promise<Pool> {
    // compiled once; the threads share what was compiled
    const bytes = await readBytes();
    const wasm = await WebAssembly.compile(bytes);
    const engines = await Promise.all(Array.from({ length: jobs }, () => load({ wasm })));
    if (words.length > 0) await Promise.all(engines.map((engine) => engine.addWords(words)));
    return new Pool(engines);
  }

  async use<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    const engine = this.#free.pop() ?? (await new Promise<Engine>((resolve) => this.#waiting.push(resolve)));
    try {
      return await work(engine);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(engine);
      else this.#free.push(engine);
    }
  }

  dispose(): void {
    for (const engine of this.#all) engine.dispose();
  }
}

async function readBytes(): Promise<BufferSource> {
  const { readFile } = await import('node:fs/promises');
  return readFile(new URL('./banmian.wasm', import.meta.url));
}

/** What becomes of each item, in their order, while at most `ahead` of them are under way. */
export async function* inOrder<T, R>(items: readonly T[], ahead: number, work: (item: T) => Promise<R>) {
  const running: Promise<R>[] = [];
  let next = 0;
  for (let done = 0; done < items.length; done += 1) {
    while (next < items.length && running.length < ahead) {
      const promise = work(items[next] as T);
      promise.catch(() => {}); // told when its turn comes
      running.push(promise);
      next += 1;
    }
    yield await (running.shift() as Promise<R>);
  }
}
