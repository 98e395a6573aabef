import { clear, createStore, del, get, set, type UseStore } from 'idb-keyval';
import { remember, remembered } from './settings.js';

/** A text that the reader wanted kept. */
export interface Recent {
  id: string;
  title: string;
  /** Milliseconds since 1970. */
  when: number;
  text: string;
  date: string;
}

const MOST = 20;

let store: UseStore | undefined;
const texts = () => {
  store ??= createStore('banmian', 'texts');
  return store;
};

export async function recentTexts(): Promise<Recent[]> {
  try {
    return (await get<Recent[]>('recent', texts())) ?? [];
  } catch {
    return []; // storage is switched off
  }
}

/** Keeps a text before the others; an earlier state of the same one is replaced. */
export async function keep(text: Recent): Promise<void> {
  try {
    const others = (await recentTexts()).filter(({ id }) => id !== text.id);
    await set('recent', [text, ...others].slice(0, MOST), texts());
  } catch {
    // storage is switched off or full: the text is simply not kept
  }
}

export async function forgetTexts(): Promise<void> {
  try {
    await clear(texts());
  } catch {
    // storage is switched off: there is nothing to forget
  }
}

/** What goes through a restart of the page and is deleted right after. */
export interface HandedOver {
  text: string;
  date: string;
  hints: unknown;
}

export async function handOver(state: HandedOver): Promise<void> {
  await set('handover', state, texts());
  remember('handover', 'yes');
}

export async function takeOver(): Promise<HandedOver | null> {
  if (!remembered('handover', ['yes'] as const)) return null;
  remember('handover', null);
  try {
    const state = await get<HandedOver>('handover', texts());
    if (state) await del('handover', texts());
    return state ?? null;
  } catch {
    return null;
  }
}
