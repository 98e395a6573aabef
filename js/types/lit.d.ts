// What the declarations of the elements need of Lit, which is bundled: an embedder does not install it.

export class LitElement extends HTMLElement {
  /** Settled when what was changed is drawn. */
  get updateComplete(): Promise<boolean>;
  requestUpdate(): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  protected willUpdate(changed: PropertyValues): void;
  protected updated(changed: PropertyValues): void;
  protected firstUpdated(changed: PropertyValues): void;
}
export type PropertyDeclarations = Record<string, object>;
export type PropertyValues = Map<PropertyKey, unknown>;
export type TemplateResult = object;
export type CSSResult = object;
export type ReactiveController = object;
export type ReactiveControllerHost = object;
