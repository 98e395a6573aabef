/** What the browser remembers between visits; where storage is switched off, until the page is closed. */

export function remembered<T extends string>(name: string, allowed: readonly T[]): T | null {
  const value = read(name);
  return allowed.find((it) => it === value) ?? null;
}

/** A remembered list of strings; `null` when none is. */
export function rememberedList(name: string): string[] | null {
  const value = read(name);
  if (value === null) return null;
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) && list.every((it) => typeof it === 'string') ? list : null;
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | readonly string[] | null): void {
  try {
    if (value === null) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), typeof value === 'string' ? value : JSON.stringify(value));
  } catch {
    // storage is switched off or full: the setting holds until the page is closed
  }
}

/** Forgets every setting. */
export function forgetSettings(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith('banmian.')) localStorage.removeItem(name);
  } catch {
    // storage is switched off: there is nothing to forget
  }
}

const key = (name: string) => `banmian.${name}`;

function read(name: string): string | null {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null;
  }
}
