import { type BanmianWorker, load } from '../worker.js';

let engine: Promise<BanmianWorker> | null = null;

/** The engine of all elements of the document, started when it is first needed. */
export function getEngine(): Promise<BanmianWorker> {
  engine ??= load().catch((thrown: unknown) => {
    engine = null; // a later call may try again
    throw thrown;
  });
  return engine;
}

/** Gives the elements an engine that is loaded elsewhere or with options. */
export function setEngine(loaded: BanmianWorker | Promise<BanmianWorker>): void {
  engine = Promise.resolve(loaded);
}
