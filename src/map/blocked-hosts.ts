/** Hosts that the page's content security policy has refused. */
const blocked = new Set<string>();
let listening = false;

/** The event comes in a task of its own, after the request has failed. */
const EVENT_MS = 60;

/** From now on refusals are noted. The browser says why a request failed nowhere else. */
export function watchBlockedHosts(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('securitypolicyviolation', ({ blockedURI, disposition }) => {
    if (disposition !== 'enforce') return;
    try {
      blocked.add(new URL(blockedURI).host);
    } catch {
      // A word such as "inline" instead of an address: not about a host.
    }
  });
}

/** Whether a request to a host that has just failed was refused by the page itself. */
export async function wasBlocked(host: string): Promise<boolean> {
  if (!blocked.has(host)) await new Promise((next) => setTimeout(next, EVENT_MS));
  return blocked.has(host);
}
