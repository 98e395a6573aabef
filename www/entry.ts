import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { EXAMPLE_NAMES } from './examples.js';
import { ACCEPTED } from './intake/index.js';
import { closeMenu, menuEvents, Part } from './part.js';
import { type Draft, draftOf, type Status } from './reader.js';
import type { Recent } from './recent.js';
import { sayError } from './strings.js';

/** A longer text is not put into the text box, where browsers are slow with it: only its beginning is shown. */
const LONGEST_IN_BOX = 100_000;
const SHOWN_OF_LONG = 3000;

/** A browser takes its time to paste more than this into a box, in characters. */
const LONG_PASTE = 2000;

/** Below this the reading is over before its progress could be seen, in characters. */
const SLOW = 100_000;

/** Where the text comes in. */
class Entry extends Part {
  static override properties: PropertyDeclarations = {
    draft: { attribute: false },
    status: { attribute: false },
    recent: { attribute: false },
    articles: { attribute: false },
    canUndo: { attribute: false },
    offline: { attribute: false },
    dropping: { state: true },
  };

  declare draft: Draft;
  declare status: Status;
  declare recent: readonly Recent[];
  declare articles: number;
  declare canUndo: boolean;
  declare offline: boolean;
  declare private dropping: boolean;

  /** What the box itself knows how to undo. */
  #typed = '';

  constructor() {
    super();
    this.dropping = false;
    // A file may be dropped anywhere on the page.
    addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      this.dropping = true;
    });
    addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) this.dropping = false;
    });
    addEventListener('drop', (event) => {
      this.dropping = false;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      this.tell('app-files', files);
    });
  }

  protected override render(): TemplateResult {
    const { text, date } = this.draft;
    const long = text.length > LONGEST_IN_BOX;
    const shown = long ? `${text.slice(0, SHOWN_OF_LONG)}\n\n${this.t('long')}` : text;
    return html`<section class="input ${this.dropping ? 'dropping' : ''}" aria-labelledby="input-label">
      <label id="input-label" for="text">${this.t('input')}</label>
      <div class="box">
        <textarea
          id="text"
          ?data-set=${text !== this.#typed}
          lang="zh"
          spellcheck="false"
          autocomplete="off"
          placeholder=${this.t('placeholder')}
          .value=${shown}
          ?readonly=${long}
          @paste=${this.#onPaste}
          @input=${(event: InputEvent) => {
            const { value } = event.target as HTMLTextAreaElement;
            this.#typed = value;
            this.tell('app-type', { text: value, pasted: event.inputType === 'insertFromPaste' });
          }}
        ></textarea>
      </div>
      <div class="actions">
        <label class="button file">
          ${this.t('open')}
          <input
            type="file"
            multiple
            accept=${ACCEPTED}
            title=${this.t('open.kinds')}
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              this.tell('app-files', [...(input.files ?? [])]);
              input.value = '';
            }}
          />
        </label>
        ${this.#examples()} ${this.recent.length > 0 ? this.#recents() : nothing}
        ${
          text === '' && this.canUndo
            ? html`<button class="button" @click=${() => this.tell('app-undo')}>${this.t('back')}</button>`
            : html`<button class="button" ?disabled=${text === ''} @click=${() => this.tell('app-take', draftOf({}))}>${this.t('clear')}</button>`
        }
        <label class="date"
          ><span>${this.t('date')}</span>
          <input type="date" .value=${date} @change=${(event: Event) => this.tell('app-date', (event.target as HTMLInputElement).value)} />
        </label>
      </div>
      <p class="status" role="status">${this.dropping ? this.t('drop') : this.#statusText()}</p>
      ${this.#progress()} ${this.#refusal()}
      <p class="private">${this.t('private')} ${this.offline ? this.t('offline') : nothing}</p>
    </section>`;
  }

  /** A long text that replaces what is there does not go through the browser's editing. */
  #onPaste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const box = event.target as HTMLTextAreaElement;
    const replaces = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    if (text === '' && files.length > 0) {
      event.preventDefault();
      this.tell('app-files', files);
    } else if (text.length > LONGEST_IN_BOX || (replaces && text.length > LONG_PASTE)) {
      event.preventDefault();
      this.tell('app-take', draftOf({ text, date: this.draft.date }));
    }
  };

  #examples(): TemplateResult {
    return html`<details class="menu" @keydown=${menuEvents.keydown} @focusout=${menuEvents.focusout}>
      <summary class="button">${this.t('examples')}</summary>
      <div class="sheet">
        ${EXAMPLE_NAMES.map(
          (name) =>
            html`<button
              class="button"
              data-example=${name}
              @click=${(event: Event) => {
                closeMenu(event);
                this.tell('app-example', name);
              }}
            >
              ${this.t(`example.${name}`)}
            </button>`,
        )}
      </div>
    </details>`;
  }

  #recents(): TemplateResult {
    return html`<details class="menu recent" @keydown=${menuEvents.keydown} @focusout=${menuEvents.focusout}>
      <summary class="button">${this.t('recent')}</summary>
      <div class="sheet">
        ${this.recent.map(
          ({ id, text, date, title, when }) =>
            html`<button
              class="button"
              @click=${(event: Event) => {
                closeMenu(event);
                this.tell('app-take', draftOf({ id, text, date }));
              }}
            >
              <span lang="zh">${title}</span>
              <small>${new Date(when).toLocaleDateString(this.locale)}</small>
            </button>`,
        )}
      </div>
    </details>`;
  }

  #statusText(): string {
    const { text } = this.draft;
    const { status } = this;
    if (text === '' && status.kind === 'idle') return '';
    const size = this.t('characters', { n: visibleLength(text).toLocaleString('en') });
    if (status.kind === 'opening') return this.t('opening');
    if (status.kind === 'reading') return `${size} · ${this.t('reading')}`;
    if (status.kind !== 'done') return size;
    return `${size} · ${this.t('done', { a: this.articles, ms: status.ms })}`;
  }

  #progress(): TemplateResult | typeof nothing {
    const { status } = this;
    if (status.kind !== 'opening' && !(status.kind === 'reading' && this.draft.text.length > SLOW)) return nothing;
    return html`<p class="progress">
      <progress max="1" .value=${status.done} aria-label=${this.t('progress')}></progress>
      <button class="link" @click=${() => this.tell('app-cancel')}>${this.t('cancel')}</button>
    </p>`;
  }

  #refusal(): TemplateResult | typeof nothing {
    const { status } = this;
    if (status.kind !== 'refused') return nothing;
    return html`<p class="refused" role="alert" data-code=${status.code}>${sayError(this.locale, status.code, status.file)}</p>`;
  }
}

/** Characters that are not white space; of a long text, its length. */
function visibleLength(text: string): number {
  return text.length > LONGEST_IN_BOX ? text.length : [...text.replace(/\s/gu, '')].length;
}

customElements.define('app-entry', Entry);
