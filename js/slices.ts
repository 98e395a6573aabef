// Playing a tape where something else has to be done as well: in the thread that shows the page.
import { LIST, OBJECT, playerOf, type Tape } from './tape.js';

/** A slice of playing takes so many milliseconds; between two comes what else the thread has to do. */
const SLICE = 12;
/** Items of a list between two looks at the clock. */
const ITEMS = 64;

/** Lets the thread do what is due. A timer would come late in a tab that no one looks at. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The plain data that is on the tape, made in slices. */
export async function playInSlices<T>(tape: Tape<T>): Promise<T> {
  const { value, enter } = playerOf(tape);
  let began = performance.now();
  const pause = async () => {
    if (performance.now() - began < SLICE) return;
    await turn();
    began = performance.now();
  };
  const slowly = async (): Promise<unknown> => {
    await pause();
    const shape = enter(OBJECT);
    if (shape !== null) {
      const object: Record<string, unknown> = {};
      for (const key of shape.keys) object[key] = await slowly();
      return object;
    }
    const items = enter(LIST);
    if (items === null) return value();
    const list = new Array<unknown>(items.length);
    for (let index = 0; index < list.length; index++) {
      list[index] = value();
      if (index % ITEMS === 0) await pause();
    }
    return list;
  };
  return (await slowly()) as T;
}
