import type { ExportedFile } from './check-protocol.ts';

/** Hands a file to the browser's downloads. */
export function saveFile({ fileName, mediaType, bytes }: ExportedFile): void {
  const url = URL.createObjectURL(
    new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A table of tab-separated text as a file that spreadsheets open with its Chinese as it is. */
export function saveTable(text: string, name: string): void {
  // the mark at the beginning tells Excel that it is UTF-8
  const bytes = new TextEncoder().encode(`\u{feff}${text.replaceAll('\n', '\r\n')}\r\n`);
  const stem = name.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60) || 'sanxian';
  saveFile({ fileName: `${stem}.占用图斑.tsv`, mediaType: 'text/tab-separated-values', bytes });
}

/** To the clipboard; on plain http, where it does not exist, by way of a selection. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('aria-hidden', 'true');
    area.className = 'sanxian-copy';
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}
