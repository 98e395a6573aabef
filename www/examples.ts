// Newspaper pages written for this project, with the troubles of a real paste.
import bridge from './examples/bridge.txt?raw';
import harbour from './examples/harbour.txt?raw';
import orchard from './examples/orchard.txt?raw';

export const EXAMPLES = { harbour, bridge, orchard } as const;
export type Example = keyof typeof EXAMPLES;
export const EXAMPLE_NAMES = Object.keys(EXAMPLES) as Example[];

/** Day of issue of the examples. */
export const EXAMPLE_DATE = '2026-05-12';
