import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How far Page Up and Page Down go. */
const LEAP = 10;

/**
 * Many things to choose from are one stop of the Tab key; the arrows, Home and End go from one to the next, Enter and
 * the space bar choose (the "roving tabindex" of the ARIA Authoring Practices).
 *
 * A template says what such a set is: its container has `data-rove`, a selector of the things in it (several sets after
 * commas), and each thing is written with `tabindex="-1"`. Then the order of the document is the order of the arrows.
 */
export class Roving implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment };
  /** The thing of each set that Tab leads to. */
  readonly #stops = new WeakMap<Element, Map<string, Element>>();

  constructor(host: ReactiveControllerHost & HTMLElement & { renderRoot: HTMLElement | DocumentFragment }) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('keydown', this.#onKey);
    host.addEventListener('focusin', this.#onFocus);
  }

  hostUpdated(): void {
    for (const container of this.#host.renderRoot.querySelectorAll('[data-rove]')) {
      for (const things of setsOf(container)) {
        const stop = this.#stops.get(container)?.get(things);
        // Into a set of which something is chosen, Tab leads to that.
        const focused = stop !== undefined && stop === (stop.getRootNode() as ShadowRoot).activeElement;
        const chosen = focused ? null : container.querySelector(chosenOf(things));
        const next = chosen ?? (stop?.isConnected && stop.matches(things) ? stop : container.querySelector(things));
        if (next) this.#stopAt(container, things, next);
      }
    }
  }

  #stopAt(container: Element, things: string, next: Element): void {
    const stops = this.#stops.get(container) ?? new Map<string, Element>();
    this.#stops.set(container, stops);
    const before = stops.get(things);
    if (before !== next) before?.setAttribute('tabindex', '-1');
    stops.set(things, next);
    if (next.getAttribute('tabindex') !== '0') next.setAttribute('tabindex', '0');
  }

  /** The sets of a container keep together: Tab goes on in another where one is, not where one once was in it. */
  #onFocus = (event: Event): void => {
    const found = setAround(event);
    if (!found) return;
    const { container, things, thing } = found;
    this.#stopAt(container, things, thing);
    const sets = setsOf(container);
    for (const other of sets) {
      if (other === things) continue;
      const all = [...container.querySelectorAll(other)];
      const after = all.findIndex((it) => thing.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING);
      const ahead = sets.indexOf(other) < sets.indexOf(things);
      const next = after < 0 ? all.at(-1) : all[ahead ? Math.max(0, after - 1) : after];
      if (next) this.#stopAt(container, other, next);
    }
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const found = setAround(event);
    // A field in a thing has the keys for itself.
    if (!found || found.thing !== event.composedPath()[0]) return;
    const { container, things, thing } = found;
    if (event.key === 'Enter' || event.key === ' ') {
      if (thing instanceof HTMLButtonElement || thing.localName === 'summary') return;
      event.preventDefault();
      thing.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
      return;
    }
    const all = [...container.querySelectorAll<HTMLElement | SVGElement>(things)];
    const to = placeAfter(event.key, all.indexOf(thing), all.length - 1);
    if (to === null) return;
    event.preventDefault();
    all[to]?.focus();
  };
}

/** Where a key leads from a place among several; `null` for a key that leads nowhere. */
function placeAfter(key: string, at: number, last: number): number | null {
  const places: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    PageDown: at + LEAP,
    PageUp: at - LEAP,
    Home: 0,
    End: last,
  };
  const place = places[key];
  return place === undefined ? null : Math.max(0, Math.min(place, last));
}

const setsOf = (container: Element) => (container.getAttribute('data-rove') ?? '').split(',').map((it) => it.trim());

const chosenOf = (things: string) =>
  ['[aria-selected=true]', '[aria-pressed=true]', '[aria-current]'].map((state) => things + state).join();

/** The thing that an event comes from, and the set it is of. */
function setAround(event: Event): { container: Element; things: string; thing: HTMLElement | SVGElement } | null {
  const target = event.composedPath()[0];
  const container = target instanceof Element ? target.closest('[data-rove]') : null;
  if (!container || !(target instanceof Element)) return null;
  for (const things of setsOf(container)) {
    const thing = target.closest<HTMLElement | SVGElement>(things);
    if (thing && container.contains(thing)) return { container, things, thing };
  }
  return null;
}
