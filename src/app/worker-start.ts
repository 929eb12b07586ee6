/** Where this very module lies: the built app keeps it in `assets/`, one folder below the elements. */
const HERE = import.meta.url;

/**
 * Starts one of our workers. Beside the module where that is possible; from `baseUrl` where a page names
 * the folder that the built app is served from (its `<name>.js` are the workers). A browser starts no
 * worker of another origin by its address: then a small one of the page's own imports it, which needs
 * `worker-src blob:` in a content policy, and CORS where the files are served.
 *
 * @param beside makes the worker from beside the module, in the form that bundlers follow
 */
export function startWorker(name: string, beside: () => Worker, baseUrl = ''): Worker {
  if (baseUrl !== '') return startAt(workerAddress(name, baseUrl));
  if (isOwnOrigin(HERE)) return beside();
  return startAt(workerAddress(name, new URL('..', HERE).href));
}

/** The address of a worker in the folder that the built app is served from. */
export function workerAddress(name: string, baseUrl: string): string {
  return new URL(`${name}.js`, baseUrl.replace(/\/?$/, '/')).href;
}

function startAt(address: string): Worker {
  if (isOwnOrigin(address)) return new Worker(address, { type: 'module' });
  const script = new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(script), { type: 'module' });
}

/** A worker made from a blob belongs to the origin of its page, whatever its address. */
function isOwnOrigin(address: string): boolean {
  return new URL(address).origin === globalThis.origin;
}
