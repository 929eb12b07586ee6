/**
 * typst's glue writes its stand-ins for a file system and a package registry as text and has them compiled
 * by `new Function`, which a strict Content-Security-Policy forbids, in workers too where a server sends
 * it. There are five of them, never called here: sources and fonts are given from memory. While the
 * compiler is built, the global `Function` knows these and hands everything else to the real one.
 */
export function replaceFunction(): () => void {
  const before = globalThis.Function;
  if (before === (standIn as unknown)) return () => {};
  real = before;
  standIn.prototype = real.prototype;
  globalThis.Function = standIn as unknown as FunctionConstructor;
  return () => {
    globalThis.Function = before;
  };
}

let real = globalThis.Function;

/** Called with `new`, so no arrow. */
function standIn(...given: string[]): unknown {
  return STAND_INS[given.join(' : ')] ?? real(...given);
}

function missing(what: string): () => never {
  return () => {
    throw new Error(`typst asked for ${what}, which it is not given`);
  };
}

/** By parameters and body, as the glue writes them. */
const STAND_INS: Readonly<Record<string, (value?: unknown) => unknown>> = {
  'return 0': () => 0,
  'return true': () => true,
  'path : return path': (path) => path,
  "throw new Error('Dummy AccessModel, please initialize compiler with withAccessModel()')":
    missing('a file'),
  "throw new Error('Dummy Registry, please initialize compiler with withPackageRegistry()')":
    missing('a package'),
};
