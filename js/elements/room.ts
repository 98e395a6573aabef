import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A chart is drawn anew when its room has changed by this much, in pixels. */
const STEP = 40;

/** How wide an element is, for charts whose letters keep their size. */
export class Room implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width ?? 0));
  /** In pixels; 0 until it is known. */
  width = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #measure(width: number): void {
    if (Math.abs(width - this.width) < STEP) return;
    this.width = Math.round(width);
    this.#host.requestUpdate();
  }
}
