// The thread of banmian/worker in a browser.
import { expose } from 'comlink';
import { load } from './index.js';
import { createThread } from './worker-protocol.js';

expose(createThread(load));
