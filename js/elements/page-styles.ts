import { css } from 'lit';

/** How the page is set. */
export const pageStyles = css`
  :host {
    position: relative;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-bottom: 1.75rem;
  }
  .switch {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-size: 0.8125rem;
    padding: 0.2rem 0.7rem;
    border: 1px solid var(--_rule);
    border-radius: 999px;
    color: var(--_soft);
  }
  .switch[aria-pressed='true'] {
    color: var(--_ink);
    background: var(--_paper);
    border-color: var(--_soft);
  }
  .switch[aria-pressed='false'] .swatch {
    background: transparent;
    box-shadow: inset 0 0 0 1.5px var(--_soft);
  }
  .number {
    color: var(--_soft);
    font-variant-numeric: tabular-nums;
  }
  article {
    font-family: var(--_serif);
    font-size: var(--banmian-size, 1.125rem);
    line-height: 1.95;
    max-width: var(--banmian-measure, 38em);
    padding-bottom: 3rem;
    margin-bottom: 2.75rem;
    border-bottom: 1px solid var(--_rule);
    scroll-margin-top: var(--banmian-scroll-margin, 5rem);
    overflow-wrap: anywhere;
    text-autospace: normal;
  }
  article:last-of-type {
    border-bottom: 0;
  }
  header {
    margin-bottom: 1.6rem;
  }
  .meta {
    font-family: var(--_sans);
    font-size: 0.8125rem;
    letter-spacing: 0.08em;
    color: var(--_accent);
    margin-bottom: 0.6rem;
  }
  h2 {
    font-size: clamp(1.55rem, 1.1rem + 1.9vw, 2.3rem);
    font-weight: 700;
    line-height: 1.35;
    letter-spacing: 0.01em;
    text-wrap: balance;
  }
  .line {
    display: block;
  }
  .kicker {
    font-size: 1.0625rem;
    line-height: 1.6;
    color: var(--_soft);
    margin-bottom: 0.35rem;
  }
  .sub {
    font-size: 1.0625rem;
    line-height: 1.7;
    margin-top: 0.6rem;
    color: var(--_soft);
  }
  .byline {
    font-family: var(--_sans);
    font-size: 0.875rem;
    color: var(--_soft);
    margin-top: 0.9rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
  }
  h3,
  h4,
  h5 {
    line-height: 1.6;
    font-weight: 700;
    scroll-margin-top: var(--banmian-scroll-margin, 5rem);
  }
  h3 {
    font-size: 1.3rem;
    margin: 2.1rem 0 0.8rem;
  }
  h4 {
    font-size: 1.125rem;
    margin: 1.4rem 0 0.6rem;
  }
  h5 {
    font-size: 1.0625rem;
    margin: 1.1rem 0 0.5rem;
  }
  .paragraph,
  .dateline {
    text-indent: 2em;
    text-align: justify;
    text-justify: inter-character;
    line-break: strict;
    text-wrap: pretty;
    hanging-punctuation: allow-end;
    margin-bottom: 0.55em;
  }
  /* What is out of sight is not laid out. */
  .paragraph {
    content-visibility: auto;
    contain-intrinsic-size: auto 8em;
  }
  .salutation {
    margin-bottom: 0.55em;
  }
  .continuation {
    font-family: var(--_sans);
    font-size: 0.875rem;
    color: var(--_soft);
    margin-bottom: 0.55em;
  }
  .signature {
    text-align: right;
  }
  .caption {
    font-family: var(--_sans);
    font-size: 0.9375rem;
    line-height: 1.7;
    color: var(--_soft);
    box-shadow: inset 2px 0 var(--_rule);
    padding-left: 0.9em;
    margin-bottom: 0.55em;
  }
  .editable .caption {
    box-shadow: none;
  }
  .mark {
    cursor: pointer;
    text-decoration: underline;
    text-decoration-color: color-mix(in srgb, var(--_mark) 55%, transparent);
    text-decoration-thickness: 2px;
    text-underline-offset: 0.28em;
  }
  .mark:hover,
  .mark:focus-visible {
    background: color-mix(in srgb, var(--_mark) 14%, transparent);
    text-decoration-color: var(--_mark);
  }
  .mark.quote {
    text-decoration-style: dotted;
  }
  .mark.time,
  .mark.quantity {
    text-decoration-style: dashed;
    text-decoration-thickness: 1px;
  }
  .why {
    position: absolute;
    z-index: 5;
    width: min(18rem, 100%);
    background: var(--_paper);
    border: 1px solid var(--_rule);
    border-radius: 8px;
    box-shadow: 0 8px 30px rgb(0 0 0 / 0.16);
    padding: 0.8rem 1rem;
    font-size: 0.875rem;
  }
  .what {
    display: flex;
    align-items: center;
    gap: 0.45em;
    font-size: 0.75rem;
    color: var(--_soft);
  }
  .name {
    font-family: var(--_serif);
    font-size: 1.125rem;
    font-weight: 700;
    padding-right: 1.5rem;
  }
  .detail {
    color: var(--_soft);
    margin-top: 0.2rem;
  }
  .close {
    position: absolute;
    top: 0.4rem;
    right: 0.5rem;
    width: 1.75rem;
    height: 1.75rem;
    text-align: center;
    font-size: 1.1rem;
    color: var(--_soft);
  }
  .begin,
  .end {
    height: 1px;
  }
  .now {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }
  .block {
    position: relative;
  }
  /* The handle stands inside the block's own box: what is out of sight is clipped to it. */
  .editable .block {
    margin-left: -1.75rem;
    padding-left: 1.75rem;
  }
  .handle {
    position: absolute;
    left: 0;
    top: 0;
    width: 1.5rem;
    height: 1.9em;
    text-indent: 0;
    text-align: center;
    font-family: var(--_sans);
    font-size: 1rem;
    font-weight: 400;
    line-height: 1.9;
    color: var(--_soft);
    border-radius: 4px;
    opacity: 0;
  }
  .handle::before {
    content: '⋮';
  }
  .block:hover > .handle,
  .handle:focus-visible {
    opacity: 1;
  }
  .handle:hover {
    color: var(--_accent);
    background: var(--_ground);
  }
  .more {
    margin-top: 0.5rem;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media (max-width: 700px) {
    /* One row that is moved sideways: what one came for is the text. */
    .legend {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
      margin-inline: -1rem;
      padding: 2px 1rem;
      margin-bottom: 1.25rem;
    }
    .switch {
      flex: none;
      padding-block: 0.3rem;
    }
    .editable .block {
      margin-left: -1rem;
      padding-left: 1rem;
    }
    /* Wider than it looks, for the finger. */
    .handle {
      width: 1.5rem;
      padding-left: 0.1rem;
      text-align: left;
    }
  }
  @media (hover: none) {
    .handle {
      opacity: 0.55;
    }
  }
  @media print {
    .legend,
    .handle,
    .why {
      display: none;
    }
    .editable .block {
      margin-left: 0;
      padding-left: 0;
    }
    .mark {
      text-decoration: none;
    }
    article {
      max-width: none;
      break-inside: auto;
    }
    .paragraph {
      content-visibility: visible;
    }
  }
`;
