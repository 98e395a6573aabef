import { registerSW } from 'virtual:pwa-register';

/** How the page stands to the network. */
export interface Offline {
  /** A new version waits; `apply` restarts the page with it. */
  onNew(apply: () => Promise<void>): void;
  /** All of the page is stored: it works without a network. */
  onReady(): void;
}

/** Installs the service worker. New versions are looked for when the page is opened, at no other time. */
export function install({ onNew, onReady }: Offline): void {
  if (!('serviceWorker' in navigator)) return;
  const update = registerSW({
    onNeedRefresh: () => onNew(() => update(true)),
    onOfflineReady: onReady,
  });
}
