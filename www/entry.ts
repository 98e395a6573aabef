import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { EXAMPLE_NAMES } from './examples.js';
import { ACCEPTED } from './intake/index.js';
import { closeMenu, menuEvents, Part } from './part.js';
import { type Draft, draftOf, nextTask, type Status } from './reader.js';
import type { Recent } from './recent.js';
import { sayError } from './strings.js';

/** A longer text is not put into the text box, where browsers are slow with it: only its beginning is shown. */
const LONGEST_IN_BOX = 100_000;
const SHOWN_OF_LONG = 3000;

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
    foldable: { attribute: false },
    folded: { attribute: false },
    dropping: { state: true },
  };

  declare draft: Draft;
  declare status: Status;
  declare recent: readonly Recent[];
  declare articles: number;
  declare canUndo: boolean;
  declare offline: boolean;
  /** Whether there is something to read, for which the box may make room. */
  declare foldable: boolean;
  /** Whether only a strip is shown. */
  declare folded: boolean;
  declare private dropping: boolean;

  /** What the box itself knows how to undo. */
  #typed = '';
  #hadFocus = false;

  constructor() {
    super();
    this.dropping = false;
    this.foldable = false;
    this.folded = false;
    addEventListener('paste', this.#onPasteAnywhere);
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
    return html`<section class="input ${this.dropping ? 'dropping' : ''} ${this.folded ? 'folded' : ''}" aria-labelledby="input-label">
      <div class="head">
        <label id="input-label" for="text">${this.t('input')}</label>
        ${this.foldable ? this.#foldButton() : nothing}
      </div>
      <div class="box" ?hidden=${this.folded}>
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
      <div class="actions" ?hidden=${this.folded}>
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
            : text === ''
              ? nothing
              : html`<button class="button" @click=${() => this.tell('app-take', draftOf({}))}>${this.t('clear')}</button>`
        }
        <label class="date" title=${this.t('date.why')}
          ><span>${this.t('date')}</span>
          <input type="date" .value=${date} @change=${(event: Event) => this.tell('app-date', (event.target as HTMLInputElement).value)} />
        </label>
      </div>
      <p class="status" role="status">${this.dropping ? this.t('drop') : this.#statusText()}</p>
      ${this.#progress()} ${this.#refusal()}
      <p class="private" ?hidden=${this.folded}>${this.t('private')} ${this.offline ? this.t('offline') : nothing}</p>
    </section>`;
  }

  #foldButton(): TemplateResult {
    const { folded } = this;
    return html`<button
      class="button fold"
      aria-expanded=${!folded}
      aria-controls="text"
      @click=${() => this.tell('app-fold', !folded)}
    >
      ${this.t(folded ? 'unfold' : 'fold')}
    </button>`;
  }

  protected override updated(changed: PropertyValues): void {
    // What had the focus is hidden now.
    if (changed.has('folded') && this.folded && this.#hadFocus) {
      this.querySelector<HTMLElement>('.fold')?.focus({ preventScroll: true });
    }
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.querySelector('.box')?.contains(document.activeElement) ?? false;
  }

  /** A text that replaces what is there does not go through the browser's editing, which is slow with long ones. */
  #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const box = event.target as HTMLTextAreaElement;
    const replaces = box.selectionStart === 0 && box.selectionEnd === box.value.length;
    if (text === '' || replaces || text.length > LONGEST_IN_BOX) this.#takePaste(event);
  };

  /** Pasting needs no aim: outside of a field, too, it is a new text. */
  #onPasteAnywhere = (event: ClipboardEvent): void => {
    const target = event.composedPath()[0];
    const inField = target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
    if (!inField && !event.defaultPrevented && !document.querySelector('dialog[open]')) this.#takePaste(event);
  };

  #takePaste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text === '' && files.length === 0) return;
    event.preventDefault();
    if (text === '') this.tell('app-files', files);
    // The browser lays a long text out as long as the paste lasts: the box is filled in a task of its own.
    else void nextTask().then(() => this.tell('app-take', draftOf({ text, date: this.draft.date })));
  }

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
