/** How often a place is looked for before it is left where it is. */
const TRIES = 5;

/**
 * Brings something into sight at once. What was out of sight had but an estimated height: as it is laid out the place
 * moves, so it is looked for again until it stays.
 */
export async function bringIntoSight(element: Element, block: ScrollLogicalPosition): Promise<void> {
  for (let tries = 0; tries < TRIES && element.isConnected; tries++) {
    element.scrollIntoView({ block, behavior: 'instant' });
    const { top } = element.getBoundingClientRect();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    if (Math.abs(element.getBoundingClientRect().top - top) < 2) return;
  }
}
