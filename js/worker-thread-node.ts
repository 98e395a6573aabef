// The thread of banmian/worker in Node.
import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { load } from './node.js';
import { createThread } from './worker-protocol.js';

if (parentPort) expose(createThread(load), nodeEndpoint(parentPort as unknown as Parameters<typeof nodeEndpoint>[0]));
