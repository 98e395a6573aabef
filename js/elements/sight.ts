/** How often a place is looked for before it is left where it is. */
const TRIES = 12;

/** How often in a row it must be found where it was. */
const STILL = 3;

/**
 * Brings something into sight at once. What was out of sight had but an estimated height: as it is laid out the place
 * moves, so it is looked for again until it stays.
 */
export async function bringIntoSight(element: Element, block: ScrollLogicalPosition): Promise<void> {
  let still = 0;
  for (let tries = 0; tries < TRIES && still < STILL && element.isConnected; tries++) {
    element.scrollIntoView({ block, behavior: 'instant' });
    const { top } = element.getBoundingClientRect();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    still = Math.abs(element.getBoundingClientRect().top - top) < 2 ? still + 1 : 0;
  }
}
