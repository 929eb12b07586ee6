/** Good enough to look at what a file begins with: UTF-16, UTF-8, or GB18030 with replacement. */
export function looseText(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  const utf8 = new TextDecoder().decode(head);
  // the last character may be cut in two
  return utf8.slice(0, -1).includes('\ufffd') ? new TextDecoder('gb18030').decode(head) : utf8;
}
