/**
 * clipper2-wasm's glue (emscripten's embind) writes small functions as text and has them compiled by
 * `new Function`, which a strict Content-Security-Policy forbids. All of them have one of two forms;
 * here the same functions are put together from closures. While the glue runs, the global `Function`
 * knows these two forms and hands everything else to the real one.
 *
 * With this a page needs `script-src 'self' 'wasm-unsafe-eval'` and no `'unsafe-eval'`.
 */
export function replaceFunction(): () => void {
  const real = globalThis.Function;
  if (real === (glueFunction as unknown)) return () => {};
  realFunction = real;
  glueFunction.prototype = real.prototype;
  globalThis.Function = glueFunction as unknown as FunctionConstructor;
  return () => {
    globalThis.Function = real;
  };
}

// biome-ignore lint/suspicious/noExplicitAny: values of a foreign calling convention
type Value = any;
type Call = (...values: Value[]) => Value;
type Bound = Readonly<Record<string, Value>>;

let realFunction = globalThis.Function;

function glueFunction(...given: Value[]): Call {
  const body = String(given[given.length - 1]);
  const names: readonly string[] = given.slice(0, -1).flat();
  const factory = body.startsWith('return function (handle, methodName, destructorsRef, args)')
    ? (bound: Bound) => valueCaller(bound, body)
    : names.includes('invoker') && names.includes('toClassParamWire')
      ? (bound: Bound) => nativeInvoker(bound, body)
      : null;
  if (!factory) return realFunction(...given) as Call;
  return (...values) => factory(Object.fromEntries(names.map((name, i) => [name, values[i]])));
}

/** JavaScript calls C++: arguments to wire types, the call, destructors, the result back. */
function nativeInvoker(bound: Bound, body: string): Call {
  const isMethod = body.includes('var thisWired =');
  const hasStack = body.includes('var destructors = [];');
  const returns = body.includes('return ret;');
  const toWire = numbered(bound, (i) => `toArg${i}Wire`);
  return function (this: Value, ...args: Value[]) {
    const destructors: Value[] | null = hasStack ? [] : null;
    const wired: Bound = {
      ...(isMethod && { thisWired: bound.toClassParamWire(destructors, this) }),
      ...Object.fromEntries(toWire.map((to, i) => [`arg${i}Wired`, to(destructors, args[i])])),
    };
    const result = bound.invoker(bound.fn, ...Object.values(wired));
    if (hasStack) bound.runDestructors(destructors);
    for (const [name, value] of Object.entries(wired)) bound[`${name}_dtor`]?.(value);
    return returns ? bound.fromRetWire(result) : undefined;
  };
}

/** C++ calls JavaScript: a value, its constructor, a method of it, or a plain conversion. */
function valueCaller(bound: Bound, body: string): Call {
  const fromPointer = numbered(bound, (i) => `argFromPtr${i}`);
  const isMethod = body.includes('[getStringOrSymbol(methodName)]');
  const isNew = body.includes('new (toValue(handle))');
  const isCall = body.includes('toValue(handle)(');
  return (handle: Value, methodName: Value, destructorsRef: Value, pointer: number) => {
    const args = fromPointer.map((from, i) => from(pointer + i * WIRE_BYTES));
    const act = () => {
      if (isMethod) return bound.toValue(handle)[bound.getStringOrSymbol(methodName)](...args);
      if (isNew) return new (bound.toValue(handle))(...args);
      return isCall ? bound.toValue(handle)(...args) : args[args.length - 1];
    };
    const result = act();
    if (!bound.emval_returnValue) return undefined;
    return bound.emval_returnValue(bound.toReturnWire, destructorsRef, result);
  };
}

/** Size of one argument in the memory that C++ passes. */
const WIRE_BYTES = 8;

function numbered(bound: Bound, name: (index: number) => string): Call[] {
  const calls: Call[] = [];
  for (let i = 0; bound[name(i)]; i++) calls.push(bound[name(i)]);
  return calls;
}
