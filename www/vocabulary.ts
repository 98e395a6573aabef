import type { BanmianError } from 'banmian';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { save, textOf } from './files.js';
import { keepVocabulary, lineOf, vocabulary, wordOf } from './own-words.js';
import { Part } from './part.js';
import { sayError } from './strings.js';

/** Own words and stop words, to see, change, save and open. */
class VocabularySheet extends Part {
  static override properties: PropertyDeclarations = {
    words: { state: true },
    stopWords: { state: true },
    error: { state: true },
  };

  declare private words: string;
  declare private stopWords: string;
  declare private error: string | null;

  constructor() {
    super();
    this.words = '';
    this.stopWords = '';
    this.error = null;
  }

  show(): void {
    const { words, stopWords } = vocabulary();
    this.words = words.map(lineOf).join('\n');
    this.stopWords = (stopWords ?? []).join('\n');
    this.error = null;
    this.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const field = (id: 'words' | 'stopWords', label: string, hint: string) =>
      html`<div class="field">
        <label for=${id}>${label}</label>
        <textarea
          id=${id}
          lang="zh"
          spellcheck="false"
          aria-describedby="${id}-hint"
          .value=${this[id]}
          @input=${(event: InputEvent) => {
            this[id] = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
        <small id="${id}-hint">${hint}</small>
      </div>`;
    return html`<dialog class="vocabulary" aria-labelledby="vocabulary-title">
      <form method="dialog" @submit=${this.#onSubmit}>
        <h2 id="vocabulary-title">${this.t('vocabulary.title')}</h2>
        <p class="about">${this.t('vocabulary.about')}</p>
        <div class="fields">
          ${field('words', this.t('vocabulary.words'), this.t('vocabulary.words.hint'))}
          ${field('stopWords', this.t('vocabulary.stop'), this.t('vocabulary.stop.hint'))}
        </div>
        ${this.error ? html`<p class="refused" role="alert">${this.error}</p>` : nothing}
        <p class="ends">
          <label class="button file">
            ${this.t('vocabulary.open')}
            <input type="file" accept=".txt,text/plain" @change=${this.#onOpen} />
          </label>
          <button type="button" class="button" @click=${this.#onSave}>${this.t('vocabulary.save')}</button>
          <span class="gap"></span>
          <button class="button" value="cancel" formnovalidate>${this.t('cancel')}</button>
          <button class="button strong" value="keep">${this.t('vocabulary.keep')}</button>
        </p>
      </form>
    </dialog>`;
  }

  #onSubmit = async (event: SubmitEvent): Promise<void> => {
    if ((event.submitter as HTMLButtonElement | null)?.value !== 'keep') return;
    event.preventDefault();
    const stopWords = linesOf(this.stopWords);
    try {
      await keepVocabulary({
        words: this.words.split('\n').flatMap(wordOf),
        stopWords: stopWords.length > 0 ? stopWords : null,
      });
    } catch (thrown) {
      this.error = sayError(this.locale, (thrown as BanmianError).code);
      return;
    }
    this.querySelector('dialog')?.close();
    this.tell('app-vocabulary');
  };

  /** One file: own words, and after a line of three dashes the stop words. */
  #onSave = (): void => {
    const parts = [linesOf(this.words).join('\n'), linesOf(this.stopWords).join('\n')];
    save('banmian-words.txt', 'text/plain', `${parts.join('\n---\n')}\n`);
  };

  #onOpen = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const [words = '', stopWords] = (await textOf(file)).split(/^---$/m);
    this.words = linesOf(`${this.words}\n${words}`).join('\n');
    if (stopWords !== undefined) this.stopWords = linesOf(`${this.stopWords}\n${stopWords}`).join('\n');
    input.value = '';
  };
}

/** The lines that are not empty, each once. */
function linesOf(text: string): string[] {
  return [...new Set(text.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== '');
}

customElements.define('app-vocabulary', VocabularySheet);
