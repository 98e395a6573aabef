import { createWorkerLoad } from './worker-client.js';

export type { DataInput, Input, LoadOptions } from './banmian.js';
export { BanmianError, type ErrorCode } from './errors.js';
export type * from './types/export.js';
export type * from './types/measures.js';
export type * from './types/page.js';
export type { BanmianWorker, CallOptions } from './worker-client.js';

/** Starts a worker and loads the engine and its word list there. */
export const load = createWorkerLoad(() => {
  const worker = new Worker(new URL('./worker-thread.js', import.meta.url), { type: 'module', name: 'banmian' });
  return {
    endpoint: worker,
    onDeath: (tell) => {
      worker.addEventListener('error', (event) => tell(new Error(event.message || 'The worker could not be started.')));
      worker.addEventListener('messageerror', () => tell(new Error('A message to or from the worker was damaged.')));
    },
    terminate: () => worker.terminate(),
  };
});
