/** A part of an office file with its text changed. */
export function rewritten(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  return new TextEncoder().encode(change(new TextDecoder().decode(bytes)));
}

/** `docProps/core.xml` with the report's own time where the library wrote the clock's. */
export function timedProperties(xml: string, createdAt: string): string {
  const time = createdAt.replace(/\.\d+Z$/, 'Z');
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g, `$1${time}$2`);
}
