import { css } from 'lit';

/**
 * The look of all elements. Every colour and face is a custom property with a default, so that a page which
 * embeds an element changes it from outside.
 */
export const shared = css`
  :host {
    --_ink: var(--banmian-ink, #211e1a);
    --_soft: var(--banmian-soft, #655e54);
    --_paper: var(--banmian-paper, #fffdf8);
    --_ground: var(--banmian-ground, #f6f2e9);
    --_rule: var(--banmian-rule, #dcd4c5);
    --_accent: var(--banmian-accent, #a3211b);
    --_lit: var(--banmian-lit, #ffe39a);
    --_person: var(--banmian-person, #b3402f);
    --_place: var(--banmian-place, #2d7a4f);
    --_organization: var(--banmian-organization, #2f5fa8);
    --_title: var(--banmian-title, #8a6d3b);
    --_work: var(--banmian-work, #7a4a9e);
    --_term: var(--banmian-term, #a8701a);
    --_event: var(--banmian-event, #14777f);
    --_time: var(--banmian-time, #6d7785);
    --_quantity: var(--banmian-quantity, #8b5a6e);
    --_quote: var(--banmian-quote, #77722a);
    --_serif: var(
      --banmian-serif,
      'Noto Serif SC',
      'Noto Serif CJK SC',
      'Source Han Serif SC',
      'Songti SC',
      STSong,
      SimSun,
      'Noto Serif',
      Georgia,
      serif
    );
    --_sans: var(
      --banmian-sans,
      system-ui,
      -apple-system,
      'PingFang SC',
      'Noto Sans SC',
      'Noto Sans CJK SC',
      'Microsoft YaHei',
      sans-serif
    );
    display: block;
    color: var(--_ink);
    font-family: var(--_sans);
    line-height: 1.6;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-align: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .section {
    font-family: var(--_sans);
    font-size: 0.8125rem;
    font-weight: 600;
    letter-spacing: 0.12em;
    color: var(--_soft);
    padding-bottom: 0.5rem;
    border-bottom: 1px solid var(--_rule);
    margin-bottom: 0.75rem;
  }
  .empty {
    color: var(--_soft);
    padding: 3rem 0;
    text-align: center;
  }
  .code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.75rem;
    color: var(--_soft);
    background: var(--_ground);
    border-radius: 3px;
    padding: 0.1em 0.45em;
    white-space: nowrap;
  }
  .code.words {
    display: inline-block;
    font-family: var(--_sans);
    line-height: 1.45;
    white-space: normal;
  }
  .tool {
    font-size: 0.8125rem;
    border: 1px solid var(--_rule);
    border-radius: 999px;
    padding: 0.25rem 0.8rem;
    background: var(--_paper);
  }
  .tool:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .tool[aria-pressed='true'] {
    background: var(--_ink);
    border-color: var(--_ink);
    color: var(--_paper);
  }
  input,
  select {
    font: inherit;
    font-size: 0.875rem;
    color: inherit;
    background: var(--_paper);
    border: 1px solid var(--_rule);
    border-radius: 6px;
    padding: 0.35rem 0.65rem;
  }
  .lit {
    color: var(--_ink);
    background: var(--_lit);
    box-shadow: 0 0 0 0.12em var(--_lit);
    border-radius: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
