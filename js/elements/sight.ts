/** A place that has stayed where it is for so long stays there, in milliseconds. */
const STILL = 600;

/** What a reader does who wants to be elsewhere. */
const MOVES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

let held: AbortController | null = null;

/**
 * Brings something into sight at once: to the place in the screen that `block` names, or to so many pixels below its top.
 * What was out of sight had but an estimated height: while all around is drawn and laid out the element is held there,
 * until nothing moves any more or the reader does.
 */
export function bringIntoSight(element: Element, block: ScrollLogicalPosition | number): void {
  held?.abort();
  const hold = new AbortController();
  held = hold;
  const { signal } = hold;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // After the layout of a frame and before it is painted: no one sees it move.
  const observer = new ResizeObserver(() => {
    if (!element.isConnected) {
      hold.abort();
      return;
    }
    put(element, block);
    clearTimeout(timer);
    timer = setTimeout(() => hold.abort(), STILL);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  for (const move of MOVES) addEventListener(move, () => hold.abort(), { signal, capture: true, passive: true });
  put(element, block);
  const root = element.getRootNode();
  observer.observe(root instanceof ShadowRoot ? root.host : document.documentElement);
}

function put(element: Element, block: ScrollLogicalPosition | number): void {
  if (typeof block === 'string') element.scrollIntoView({ block, behavior: 'instant' });
  else scrollBy({ top: element.getBoundingClientRect().top - block, behavior: 'instant' });
}
