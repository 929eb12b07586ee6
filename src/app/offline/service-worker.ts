/// <reference lib="webworker" />

/**
 * Carries the shell where there is no network: the page and its code from one cache, filled before it is
 * used and thrown away with its version; catalogs and rules from the network first. Layer files, which are
 * read by ranges, never pass through here. Everything stays as it is until a person asks for the new version.
 */
declare const self: ServiceWorkerGlobalScope;

export {};

/** Written by the build: what the shell is made of, and what it may need later, with their sums. */
declare const SHELL: {
  readonly version: string;
  readonly files: readonly string[];
  /** Large parts of some report and file formats: kept when first used, or when asked for. */
  readonly later: readonly string[];
  /** Catalog, rules and the like, which the server may have replaced since. */
  readonly data: readonly string[];
};

const { scope } = self.registration;
/** Several copies may be served from one host. */
const SHELL_CACHE = `sanxian-shell ${scope} ${SHELL.version}`;
const LATER_CACHE = `sanxian-later ${scope}`;
const DATA_CACHE = `sanxian-data ${scope}`;

const page = new URL('index.html', scope).href;
const files = new Set(SHELL.files.map((file) => new URL(file, scope).href));
const later = new Set(SHELL.later.map((file) => new URL(file, scope).href));

/** All data here was cleared: what is still on its way is not kept any more. */
let isForgotten = false;

self.addEventListener('install', (event) => {
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy());
});

self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
  if (data === 'keep-later') void keepLater();
  if (data === 'forget') isForgotten = true;
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || request.headers.has('range')) return;
  const url = new URL(request.url);
  url.search = '';
  url.hash = '';
  const { href } = url;
  if (href === scope || href === page) event.respondWith(kept(SHELL_CACHE, page));
  else if (files.has(href)) event.respondWith(kept(SHELL_CACHE, href));
  else if (later.has(href)) event.respondWith(kept(LATER_CACHE, href));
  else if (isData(href)) event.respondWith(newest(request, href));
});

/** Catalogs, rules, base map lists and samples: small, and replaced by whoever runs the server. */
function isData(href: string): boolean {
  return href.startsWith(scope) && /\.(json|ya?ml|txt)$/.test(href);
}

async function fill(): Promise<void> {
  const cache = await caches.open(SHELL_CACHE);
  // Not from the browser's own cache: a page of another version must not slip in.
  await cache.addAll([...files].map((url) => new Request(url, { cache: 'reload' })));
  const data = SHELL.data.map((file) => new URL(file, scope).href);
  await Promise.all(data.map(keepNewest));
}

/** One that is not served here is not kept; the page says so when it needs it. */
async function keepNewest(url: string): Promise<void> {
  const response = await fetch(url, { cache: 'reload' }).catch(() => null);
  if (response?.status === 200) await put(await caches.open(DATA_CACHE), url, response);
}

/** What former versions left. */
async function tidy(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name.startsWith(`sanxian-shell ${scope} `) && name !== SHELL_CACHE) {
      await caches.delete(name);
    }
  }
  const cache = await caches.open(LATER_CACHE);
  for (const { url } of await cache.keys()) if (!later.has(url)) await cache.delete(url);
}

async function keepLater(): Promise<void> {
  await Promise.all([...later].map((url) => kept(LATER_CACHE, url))).catch(() => {
    // Cut off in the middle: the rest is kept when it is first used.
  });
}

async function kept(name: string, url: string): Promise<Response> {
  const found = await caches.match(url, { cacheName: name });
  if (found) return found;
  const response = await fetch(url);
  if (response.status === 200 && !isForgotten) await put(await caches.open(name), url, response);
  return response;
}

async function newest(request: Request, href: string): Promise<Response> {
  try {
    const response = await fetch(request);
    if (response.status === 200 && !isForgotten) {
      await put(await caches.open(DATA_CACHE), href, response);
    }
    return response;
  } catch (cause) {
    const found = await caches.match(href, { cacheName: DATA_CACHE });
    if (found) return found;
    throw cause;
  }
}

/** A full disk must not keep anybody from working. */
async function put(cache: Cache, url: string, response: Response): Promise<void> {
  if (isForgotten) return;
  await cache.put(url, response.clone()).catch(() => {});
}
