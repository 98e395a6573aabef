import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asBanmianError, type BanmianError } from '../errors.js';
import type { BanmianWorker } from '../worker.js';
import { getEngine } from './engine.js';

export type Answer<T> = { value: T } | { error: BanmianError } | null;

/** Answers kept; the oldest go first. */
const MOST = 60;

/** What an element has asked the engine: the answer once it is there, `null` until then. */
export class Answers implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #kept = new Map<string, Answer<unknown>>();
  #of: unknown = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Answers about something else are forgotten. */
  about(subject: unknown): void {
    if (this.#of === subject) return;
    this.#of = subject;
    this.#kept.clear();
  }

  /** The answer to a question that `key` names. */
  get<T>(key: string, ask: (engine: BanmianWorker) => Promise<T>): Answer<T> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept as Answer<T>;
    this.#kept.set(key, null);
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value as string);
    const subject = this.#of;
    const keep = (answer: Answer<T>) => {
      if (this.#of !== subject) return;
      this.#kept.set(key, answer);
      this.#host.requestUpdate();
    };
    getEngine()
      .then(ask)
      .then(
        (value) => keep({ value }),
        (thrown: unknown) => keep({ error: asBanmianError(thrown) }),
      );
    return null;
  }
}

/** The value of an answer that is there and no error. */
export function answered<T>(answer: Answer<T>): T | undefined {
  return answer !== null && 'value' in answer ? answer.value : undefined;
}
