/** What a key asks for. */
export type Command =
  | { do: 'undo' | 'redo' | 'find' | 'open' | 'text' | 'theme' | 'keys' }
  | { do: 'view'; index: number };

const FIELDS = 'input, textarea, select, [contenteditable]';

/** Listens for commands; a handler that returns `false` leaves the key to the browser. */
export function onCommand(singleKeys: () => boolean, handle: (command: Command) => boolean): void {
  addEventListener('keydown', (event) => {
    const command = commandOf(event, singleKeys());
    if (command && handle(command)) event.preventDefault();
  });
}

let last: 'key' | 'pointer' = 'pointer';
addEventListener(
  'keydown',
  () => {
    last = 'key';
  },
  true,
);
addEventListener(
  'pointerdown',
  () => {
    last = 'pointer';
  },
  true,
);

/** What the reader used last. */
export const lastInput = () => last;

function commandOf(event: KeyboardEvent, singleKeys: boolean): Command | null {
  if (event.defaultPrevented || event.isComposing || event.altKey) return null;
  const target = event.composedPath()[0];
  const inField = target instanceof Element && target.matches(FIELDS);
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    // In a field, these are the field's own: they undo typing. The box cannot undo what was not typed there.
    if (key === 'z' && (!inField || (target as HTMLElement).dataset.set !== undefined))
      return { do: event.shiftKey ? 'redo' : 'undo' };
    if (key === 'y' && !inField) return { do: 'redo' };
    if (key === 'f' && !event.shiftKey && !(target instanceof HTMLTextAreaElement)) return { do: 'find' };
    return null;
  }
  if (inField || !singleKeys || document.querySelector('dialog[open]')) return null;
  if (/^[1-8]$/.test(key)) return { do: 'view', index: Number(key) - 1 };
  switch (key) {
    case '/':
      return { do: 'find' };
    case 'o':
      return { do: 'open' };
    case 'i':
      return { do: 'text' };
    case 'd':
      return { do: 'theme' };
    case '?':
      return { do: 'keys' };
    default:
      return null;
  }
}
