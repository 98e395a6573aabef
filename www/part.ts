import type { Locale } from 'banmian/elements';
import { LitElement, type PropertyDeclarations } from 'lit';
import { type PageString, say } from './strings.js';

/** A part of the page: no shadow, so that the page's own style sheet applies. */
export abstract class Part extends LitElement {
  static override properties: PropertyDeclarations = { locale: { attribute: false } };

  declare locale: Locale;

  constructor() {
    super();
    this.locale = 'zh-Hans';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected t(key: PageString, values?: Record<string, string | number>): string {
    return say(this.locale, key, values);
  }

  protected tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** Closes the menu that an event comes from. */
export function closeMenu(event: Event): void {
  (event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open');
}

/** A menu closes on Escape and when the focus leaves it. */
export const menuEvents = {
  keydown(event: KeyboardEvent): void {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  },
  focusout(event: FocusEvent): void {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  },
};
