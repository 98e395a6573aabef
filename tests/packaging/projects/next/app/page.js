import { load } from 'banmian';
import { date, text } from '../page.js';
import Client from './client.js';

// A server component: the page is read on the server.
export default async function Page() {
  const banmian = await load();
  const server = JSON.stringify(banmian.parse(text, { date }));
  banmian.dispose();
  return <Client server={server} text={text} date={date} />;
}
