import { css } from 'lit';

export const wordsStyles = css`
  :host {
    container: words / inline-size;
  }
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2.25rem 3rem;
  }
  .lists {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2rem;
  }
  .columns {
    columns: 17rem;
    column-gap: 2.75rem;
  }
  .columns > * {
    break-inside: avoid-column;
    padding-bottom: 2.25rem;
  }
  .pair > * {
    min-width: 0;
  }
  .use {
    scroll-margin-top: var(--banmian-scroll-margin, 5rem);
  }
  .pair {
    display: grid;
    gap: 1.5rem 2.5rem;
    align-items: start;
    margin-top: 1.5rem;
  }
  /* What one chooses on the left is explained on the right, as among the names. */
  @container words (min-width: 860px) {
    .layout {
      grid-template-columns: minmax(0, 1fr) minmax(0, clamp(24rem, 36%, 34rem));
      align-items: start;
    }
    .lists {
      grid-row: 1;
      grid-column: 1;
    }
    .use {
      grid-row: 1;
      grid-column: 2;
      position: sticky;
      top: 4.5rem;
      max-height: calc(100vh - 6rem);
      overflow-y: auto;
      scrollbar-width: thin;
      border: 1px solid var(--_rule);
      border-top: 3px solid var(--_accent);
      border-radius: 8px;
      padding: 1.1rem 1.25rem;
      background: var(--_paper);
    }
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: baseline;
    justify-content: space-between;
    border-bottom: 1px solid var(--_rule);
    margin-bottom: 0.75rem;
  }
  .heading .section {
    border: 0;
    margin: 0;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    margin-bottom: 0.8rem;
  }
  .field {
    max-width: 100%;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.8125rem;
    color: var(--_soft);
  }
  .field > span {
    white-space: nowrap;
  }
  .field select {
    max-width: 100%;
    min-width: 0;
    padding: 0.2rem 0.4rem;
    font-size: 0.8125rem;
    color: var(--_ink);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-bottom: 1rem;
  }
  form input {
    flex: 1 1 8rem;
    max-width: 18rem;
    min-width: 6rem;
  }
  .empty {
    padding: 1rem 0;
    text-align: left;
  }
  .note {
    font-size: 0.8125rem;
    color: var(--_soft);
    margin-top: 0.35rem;
  }
  .instance {
    margin: 0 0 1.25rem;
  }
  .new {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin: 0.75rem 0;
  }
  .new li {
    display: flex;
    align-items: center;
    border: 1px solid var(--_rule);
    border-radius: 999px;
    padding-left: 0.75rem;
    font-family: var(--_serif);
  }
  .new .label {
    padding: 0.15rem 0.5rem 0.15rem 0;
  }
  .new .tool {
    border: 0;
    border-left: 1px solid var(--_rule);
    border-radius: 0 999px 999px 0;
    font-family: var(--_sans);
  }
  .number {
    color: var(--_soft);
    font-size: 0.8125rem;
    font-family: var(--_sans);
  }
  .cloud {
    display: block;
    width: 100%;
    max-width: 56rem;
    margin: 0 auto;
    height: auto;
    font-family: var(--_serif);
  }
  .cloud text {
    text-anchor: middle;
    fill: var(--_ink);
    cursor: pointer;
    outline: none;
  }
  .cloud text:nth-child(-n + 6) {
    fill: var(--_accent);
  }
  .cloud text:hover,
  .cloud text.chosen {
    fill: var(--_organization);
  }
  .cloud .chosen {
    font-weight: 700;
  }
  .cloud text:focus-visible {
    fill: var(--_organization);
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .concordance {
    font-family: var(--_serif);
  }
  .concordance button {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    width: 100%;
    padding: 0.12rem 0;
    white-space: nowrap;
    border-radius: 4px;
  }
  .concordance button:hover {
    background: var(--_ground);
  }
  .before {
    direction: rtl;
    text-align: right;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .after {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  b {
    color: var(--_accent);
    padding: 0 0.25em;
  }
  @media print {
    form,
    .fields,
    .instance,
    .tool {
      display: none;
    }
    .use {
      max-height: none;
      overflow: visible;
    }
  }
`;
