import { css } from 'lit';

export const figuresStyles = css`
  :host {
    container: figures / inline-size;
  }
  .tools,
  .group {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .tools {
    gap: 0.75rem 1.25rem;
    margin-bottom: 1rem;
  }
  .count {
    font-size: 0.8125rem;
    color: var(--_soft);
    margin-left: auto;
  }
  .scroll {
    overflow-x: auto;
    max-height: 70vh;
    overflow-y: auto;
    border: 1px solid var(--_rule);
    border-radius: 8px;
    background: var(--_paper);
  }
  table {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.875rem;
  }
  thead {
    position: sticky;
    top: 0;
    z-index: 1;
  }
  thead th {
    background: var(--_ground);
    font-weight: 600;
    white-space: nowrap;
    color: var(--_soft);
  }
  th,
  td {
    padding: 0.45rem 0.75rem;
    text-align: left;
    vertical-align: top;
    border-bottom: 1px solid var(--_rule);
  }
  tbody th {
    font-family: var(--_serif);
    font-weight: 600;
    min-width: 8em;
  }
  .rule {
    min-width: 10em;
  }
  tbody th button {
    text-decoration: underline;
    text-decoration-color: var(--_rule);
    text-underline-offset: 0.25em;
  }
  tbody tr:hover {
    background: color-mix(in srgb, var(--_lit) 25%, transparent);
  }
  .chosen {
    background: color-mix(in srgb, var(--_lit) 45%, transparent);
  }
  .number,
  thead .number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  banmian-chart {
    display: block;
    margin-top: 2.25rem;
  }
  banmian-chart.first {
    margin-block: 1.5rem 1.75rem;
  }
  .first .tool {
    margin-top: 0.75rem;
  }
  .narrow {
    max-width: 44rem;
    --_label: 16em;
  }
  .several {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
    gap: 0 2rem;
  }
  .sentence {
    min-height: 3.6em;
    padding: 0.6rem 0.2rem;
    font-family: var(--_serif);
    line-height: 1.8;
  }
  .sentence.hint {
    font-family: var(--_sans);
    font-size: 0.8125rem;
    color: var(--_soft);
  }
  .when {
    color: var(--_soft);
  }
  .dates {
    margin-top: 0.5rem;
  }
  .dates button {
    display: grid;
    grid-template-columns: minmax(7.5rem, max-content) minmax(0, 1fr);
    gap: 0.9rem;
    width: 100%;
    padding: 0.22rem 0.4rem;
    border-radius: 4px;
    align-items: baseline;
  }
  .dates button:hover {
    background: var(--_ground);
  }
  .date {
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
    color: var(--_soft);
  }
  .context {
    font-family: var(--_serif);
    font-size: 0.9375rem;
  }
  .context b {
    color: var(--_accent);
    font-weight: 600;
  }
  @media (max-width: 600px) {
    .dates button {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }
  .slopes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
    gap: 1rem;
  }
  .slopes button {
    display: flex;
    flex-direction: column;
    gap: 0.3rem;
    width: 100%;
    height: 100%;
    border: 1px solid var(--_rule);
    border-radius: 8px;
    padding: 0.75rem 0.9rem;
    background: var(--_paper);
  }
  .slopes button[aria-pressed='true'] {
    background: color-mix(in srgb, var(--_lit) 45%, transparent);
  }
  .slopes button:hover {
    border-color: var(--_accent);
  }
  .indicator {
    font-family: var(--_serif);
    font-weight: 700;
    font-size: 0.9375rem;
    flex: 1;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    font-size: 0.8125rem;
    font-variant-numeric: tabular-nums;
  }
  .notes {
    min-width: 8em;
  }
  .whole {
    white-space: nowrap;
  }
  .up::before {
    content: '↑ ';
    color: var(--_accent);
  }
  .down::before {
    content: '↓ ';
    color: var(--_place);
  }
  /* Where a row has no room, it is set as a statement: what, from which number to which, when. */
  @container figures (max-width: 46rem) {
    .tools input {
      flex: 1 1 14rem;
    }
    thead tr {
      display: flex;
      overflow-x: auto;
      scrollbar-width: none;
    }
    thead {
      background: var(--_ground);
      border-bottom: 1px solid var(--_rule);
    }
    thead th {
      border: 0;
    }
    table,
    thead,
    tbody {
      display: block;
    }
    tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.15rem 1.1rem;
      padding: 0.65rem 0.75rem;
      border-bottom: 1px solid var(--_rule);
    }
    tbody th,
    tbody td {
      padding: 0;
      border: 0;
    }
    tbody th {
      flex-basis: 100%;
      font-size: 1rem;
    }
    tbody .none {
      display: none;
    }
    tbody td[data-name]::before {
      content: attr(data-name) ' ';
      font-size: 0.75rem;
      color: var(--_soft);
    }
    .number {
      text-align: left;
    }
    .rule {
      min-width: 0;
      flex-basis: 100%;
    }
    .slopes {
      grid-auto-flow: column;
      grid-template-columns: none;
      grid-auto-columns: 11rem;
      overflow-x: auto;
      padding-bottom: 0.4rem;
    }
  }
  @media print {
    .tools,
    .sentence,
    .tool {
      display: none;
    }
    .scroll {
      max-height: none;
      overflow: visible;
      border: 0;
    }
    thead {
      position: static;
    }
    tbody tr,
    .slopes li {
      break-inside: avoid;
    }
    .slopes {
      grid-auto-flow: row;
      grid-template-columns: repeat(3, 1fr);
    }
  }
`;
