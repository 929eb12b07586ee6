/** What the page asks of the service worker. */
export interface ShellClient {
  /** Changes to the version that waits, in every tab, and loads the page anew. */
  takeOver(): void;
  /** Keeps the large parts of some formats as well. */
  keepLater(): void;
}

/**
 * Installs the service worker where there can be one: on https and on localhost. Elsewhere the page works as
 * it is, and nothing is said.
 *
 * @param onWaiting told when another version has been fetched and waits
 */
export async function installShell(
  address: string,
  onWaiting: (client: ShellClient) => void,
): Promise<ShellClient | null> {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!container) return null;
  const registration = await container
    .register(address, { updateViaCache: 'none' })
    // private windows may refuse; a proxy may have lost the file
    .catch(() => null);
  if (!registration) return null;
  const client: ShellClient = {
    takeOver() {
      container.addEventListener('controllerchange', () => location.reload(), { once: true });
      registration.waiting?.postMessage('take-over');
    },
    keepLater: () => registration.active?.postMessage('keep-later'),
  };
  const told = () => {
    // The very first one waits for nobody.
    if (registration.waiting && container.controller) onWaiting(client);
  };
  const follow = () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') told();
    });
  };
  told();
  // It may be on its way already, from another tab or from before this was asked.
  follow();
  registration.addEventListener('updatefound', follow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => {});
  });
  return client;
}
