import type { Plugin } from 'vite';

/** What lit asks of the DOM while it is being imported, and the same where there is none. */
const LIT = [
  {
    file: '@lit/reactive-element/reactive-element.js',
    from: 'extends HTMLElement',
    to: 'extends(globalThis.HTMLElement??class{})',
  },
  {
    file: 'lit-html/lit-html.js',
    from: '=document,',
    to: '=globalThis.document??{createTreeWalker(){},createComment(){}},',
  },
] as const;

/** Lets the elements be imported by a server that renders pages: nothing is defined there. */
export const importWithoutDom: Plugin = {
  name: 'import-without-dom',
  apply: 'build',
  transform(code, id) {
    const place = LIT.find(({ file }) => id.replaceAll('\\', '/').endsWith(`/${file}`));
    if (!place) return null;
    if (code.split(place.from).length !== 2) this.error(`${place.file} has changed: ${place.from}`);
    return { code: code.replace(place.from, place.to), map: null };
  },
};

const WORKER = /^assets\/((?:\w+-)*(?:worker|gl-worker))-[\w-]{8}\.js$/;
/** As vite writes it with a relative base. */
const STARTED =
  /new Worker\(new URL\(\s*(?:\/\* @vite-ignore \*\/\s*)?new URL\(([`'"])([\w.-]+)\1,\s*import\.meta\.url\)\.href,\s*(?:``|""|'')\s*\+\s*import\.meta\.url\)/g;

/**
 * Elements and workers under names that stay, at the root of the built folder: each imports the file of
 * this build. Workers are started in the form that bundlers of other projects follow.
 */
export function elementsOf(names: readonly string[]): Plugin {
  return {
    name: 'elements',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const workers = new Map<string, string>();
      for (const file of Object.values(bundle)) {
        const worker = WORKER.exec(file.fileName);
        if (worker) workers.set(worker[1]!, file.fileName);
        if (file.type === 'chunk') file.code = plainWorkers(file.code);
        else if (typeof file.source === 'string' && file.fileName.endsWith('.js'))
          file.source = plainWorkers(file.source);
        if (file.type !== 'chunk' || !names.includes(file.name) || !file.isEntry) continue;
        const source = `export * from './${file.fileName}';\n`;
        this.emitFile({ type: 'asset', fileName: `${file.name}.js`, source });
      }
      if (workers.size === 0) this.error('no worker was found in the bundle');
      for (const [name, fileName] of workers) {
        const source = `import './${fileName}';\n`;
        this.emitFile({ type: 'asset', fileName: `${name}.js`, source });
      }
    },
  };
}

function plainWorkers(code: string): string {
  return code.replace(STARTED, "new Worker(new URL('./$2',import.meta.url)");
}
