import { css } from 'lit';

/** The colour of each kind of mark, as `--_mark`, and the dot that stands for it. */
export const markStyles = css`
  .person {
    --_mark: var(--_person);
  }
  .place {
    --_mark: var(--_place);
  }
  .organization {
    --_mark: var(--_organization);
  }
  .title {
    --_mark: var(--_title);
  }
  .work {
    --_mark: var(--_work);
  }
  .term {
    --_mark: var(--_term);
  }
  .event {
    --_mark: var(--_event);
  }
  .time {
    --_mark: var(--_time);
  }
  .quantity {
    --_mark: var(--_quantity);
  }
  .quote {
    --_mark: var(--_quote);
  }
  .swatch {
    display: inline-block;
    flex: none;
    width: 0.6em;
    height: 0.6em;
    border-radius: 50%;
    background: var(--_mark);
  }
`;
