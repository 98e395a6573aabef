import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createWorkerLoad } from './worker-client.js';

export type { DataInput, Input, LoadOptions } from './banmian.js';
export { BanmianError, type ErrorCode } from './errors.js';
export type * from './types/export.js';
export type * from './types/measures.js';
export type * from './types/page.js';
export type { BanmianWorker, CallOptions } from './worker-client.js';

/** Starts a worker thread and loads the engine and its word list there. */
export const load = createWorkerLoad(() => {
  const worker = new Worker(new URL('./worker-thread-node.js', import.meta.url));
  worker.unref();
  return {
    endpoint: nodeEndpoint(worker as unknown as Parameters<typeof nodeEndpoint>[0]),
    onDeath: (tell) => {
      worker.once('error', tell);
      worker.once('exit', (code) => tell(new Error(`The worker thread ended (exit code ${code}).`)));
    },
    hold: (busy) => (busy ? worker.ref() : worker.unref()), // an idle engine keeps no program alive
    terminate: () => void worker.terminate(),
  };
});
