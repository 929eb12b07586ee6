import { SaxesParser } from 'saxes';
import { importError } from './import-message.ts';

/** An element without its namespace prefix: files use prefixes that they never declare. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, CDATA included, trimmed. */
  readonly text: string;
}

/** Real files nest some ten deep. */
const DEEPEST = 200;

interface Draft {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Draft[];
  text: string;
}

/**
 * XML as a tree. Read as a stream by saxes, so that depth costs no stack; it knows no entities but the five
 * of XML, and a document type, which could define others or name files outside, is refused.
 *
 * @throws UserError `err-xml` with its place, `err-xml-doctype`
 */
export function xmlTree(text: string, file: string): XmlElement {
  const root: Draft = { name: '', attributes: {}, children: [], text: '' };
  const open: Draft[] = [root];
  const parser = new SaxesParser({ xmlns: false, position: true });
  const failed = (reason: string) =>
    importError('err-xml', { file, line: parser.line, reason: reason.slice(0, 80) });
  parser.on('doctype', () => {
    throw importError('err-xml-doctype', { file });
  });
  parser.on('error', (error) => {
    throw failed(error.message.replace(/^\d+:\d+: /, ''));
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw failed('nesting too deep');
    const element: Draft = { name: localName(name), attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop()!;
    element.text = element.text.trim();
  });
  const addText = (words: string): void => {
    open.at(-1)!.text += words;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  const [top] = root.children;
  if (top === undefined) throw failed('no element');
  return top;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** Text of a child, null where there is none. */
export function childText(element: XmlElement, name: string): string | null {
  return childNamed(element, name)?.text || null;
}
