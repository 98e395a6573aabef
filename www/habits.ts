import { type Locale, MARK_KINDS, type MarkKind, USUAL_KINDS } from 'banmian/elements';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { remember, remembered, rememberedList } from './settings.js';

type Theme = 'light' | 'dark';

/** Sizes of the text, in rem. */
export const SIZES = [1, 1.125, 1.25, 1.4] as const;
const USUAL_SIZE = 1;

/** How this reader likes the page; remembered in this browser. */
export class Habits implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #theme: Theme | null = null;
  #locale: Locale | null = null;
  #size: number = USUAL_SIZE;
  #kinds: ReadonlySet<MarkKind> = USUAL_KINDS;
  #keepsTexts = false;
  #singleKeys = true;
  #foldsText = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
    this.#theme = remembered('theme', ['light', 'dark'] as const);
    this.#locale = remembered('locale', ['zh-Hans', 'zh-Hant', 'en'] as const);
    this.#size = Number(remembered('size', ['0', '1', '2', '3'] as const) ?? USUAL_SIZE);
    const kinds = rememberedList('kinds');
    if (kinds) this.#kinds = new Set(MARK_KINDS.filter((kind) => kinds.includes(kind)));
    this.#keepsTexts = remembered('keep', ['yes'] as const) !== null;
    this.#singleKeys = remembered('keys', ['modified'] as const) === null;
    this.#foldsText = remembered('box', ['folded'] as const) !== null;
    this.#dress();
  }

  hostConnected(): void {}

  get locale(): Locale | null {
    return this.#locale;
  }
  set locale(locale: Locale | null) {
    this.#locale = locale;
    remember('locale', locale);
    this.#host.requestUpdate();
  }

  get kinds(): ReadonlySet<MarkKind> {
    return this.#kinds;
  }
  markKinds(kinds: readonly MarkKind[]): void {
    this.#kinds = new Set(kinds);
    remember('kinds', kinds);
  }

  get size(): number {
    return this.#size;
  }
  resize(step: number): void {
    this.#size = Math.max(0, Math.min(SIZES.length - 1, this.#size + step));
    remember('size', String(this.#size));
    this.#dress();
  }

  /** Whether texts are kept in this browser. */
  get keepsTexts(): boolean {
    return this.#keepsTexts;
  }
  set keepsTexts(keeps: boolean) {
    this.#keepsTexts = keeps;
    remember('keep', keeps ? 'yes' : null);
    this.#host.requestUpdate();
  }

  /** Whether single letters are commands; who speaks to the machine may not want that. */
  get singleKeys(): boolean {
    return this.#singleKeys;
  }
  set singleKeys(single: boolean) {
    this.#singleKeys = single;
    remember('keys', single ? null : 'modified');
    this.#host.requestUpdate();
  }

  /** Whether the text box makes room for what is read, where there is room for both. */
  get foldsText(): boolean {
    return this.#foldsText;
  }
  set foldsText(folds: boolean) {
    this.#foldsText = folds;
    remember('box', folds ? 'folded' : null);
    this.#host.requestUpdate();
  }

  flip(): void {
    const dark = this.#theme === null ? matchMedia('(prefers-color-scheme: dark)').matches : this.#theme === 'dark';
    this.#theme = dark ? 'light' : 'dark';
    remember('theme', this.#theme);
    this.#dress();
  }

  /** As on the first visit. */
  forget(): void {
    this.#theme = null;
    this.#locale = null;
    this.#size = USUAL_SIZE;
    this.#kinds = USUAL_KINDS;
    this.#keepsTexts = false;
    this.#singleKeys = true;
    this.#foldsText = false;
    this.#dress();
  }

  #dress(): void {
    const root = document.documentElement;
    if (this.#theme) root.dataset.theme = this.#theme;
    else delete root.dataset.theme;
    root.style.setProperty('--banmian-size', `${SIZES[this.#size] ?? SIZES[USUAL_SIZE]}rem`);
    this.#host.requestUpdate();
  }
}
