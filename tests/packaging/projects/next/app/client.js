'use client';

import { load } from 'banmian';
import { load as loadWorker } from 'banmian/worker';
import { useEffect } from 'react';

// A client component: the page is read again in the browser, here and in a worker.
export default function Client({ server, text, date }) {
  useEffect(() => {
    (async () => {
      const [banmian, worker] = await Promise.all([load(), loadWorker()]);
      window.results = {
        server,
        here: JSON.stringify(banmian.parse(text, { date })),
        worker: JSON.stringify(await worker.parse(text, { date })),
      };
    })();
  }, [server, text, date]);
  return <main>{text.length}</main>;
}
