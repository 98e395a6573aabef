import { css, html, type TemplateResult } from 'lit';
import type { Hint } from '../types/page.js';
import type { SourcePiece } from './selection.js';
import type { StringKey } from './strings.js';

const HINTS = ['article', 'join', 'headline'] as const satisfies readonly Hint['is'][];

/** What a person said last of a line that some pieces of the input are of. */
export function saidOf(hints: readonly Hint[] | null, pieces: readonly SourcePiece[]): Hint | undefined {
  return hints?.findLast((hint) => pieces.some(({ start, end }) => start <= hint.at && hint.at < end));
}

/** What a person may say of a line. */
export function choices(
  t: (key: StringKey) => string,
  said: Hint | undefined,
  say: (is: Hint['is'], event: Event) => void,
): TemplateResult {
  return html`<div class="choices">
    ${HINTS.map(
      (is) =>
        html`<button aria-pressed=${said?.is === is} @click=${(event: Event) => say(is, event)}>${t(`hint.${is}`)}</button>`,
    )}
  </div>`;
}

export const choiceStyles = css`
  .choices {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 0.2rem;
    padding: 0.2rem 0 0 0.6rem;
    border-left: 1px solid var(--_rule);
  }
  .choices button {
    padding: 0.15rem 0;
  }
  .choices button:hover {
    color: var(--_accent);
  }
  .choices [aria-pressed='true'] {
    font-weight: 600;
  }
  .said {
    color: var(--_accent);
  }
  .back {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;
