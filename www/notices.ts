import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';

export interface Notice {
  text: string;
  act?: { name: string; run: () => void };
}

/** How long a notice stays that asks for nothing, in milliseconds. */
const STAYS = 6000;

/** What is told in passing, at the foot of the page. */
export class Notices implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #notices: readonly Notice[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  tell(text: string, act?: Notice['act']): void {
    const notice: Notice = act ? { text, act } : { text };
    this.#show([...this.#notices.filter((it) => it.text !== text), notice]);
    if (!act) setTimeout(() => this.#dismiss(notice), STAYS);
  }

  #dismiss(notice: Notice): void {
    this.#show(this.#notices.filter((it) => it !== notice));
  }

  #show(notices: readonly Notice[]): void {
    this.#notices = notices;
    this.#host.requestUpdate();
  }

  /** @param close - the word on the button that dismisses a notice */
  render(close: string): TemplateResult {
    return html`<div class="notices" role="status">
      ${this.#notices.map(
        (notice) => html`<p class="notice">
          <span>${notice.text}</span>
          ${notice.act ? html`<button class="link" @click=${notice.act.run}>${notice.act.name}</button>` : nothing}
          <button class="link quiet" @click=${() => this.#dismiss(notice)}>${close}</button>
        </p>`,
      )}
    </div>`;
  }
}
