/** Files dragged over an element, told as they come, leave and fall. */
export interface DropEvents {
  /** Whether files that are dragged there are meant for us; others are left to whom they are over. */
  isOurs(event: DragEvent): boolean;
  /** Number of files, 0 where the browser does not say; null: gone. */
  onOver(count: number | null): void;
  /** `entries` tell folders from files; they last no longer than the event. */
  onFiles(files: readonly File[], entries: readonly FileSystemEntry[]): void;
}

/** Watches an element until the returned function is called. Esc ends a drag. */
export function watchDrops(
  target: EventTarget,
  { isOurs, onOver, onFiles }: DropEvents,
): () => void {
  let depth = 0;
  const carriesFiles = (event: DragEvent) =>
    isOurs(event) && (event.dataTransfer?.types.includes('Files') ?? false);

  const listeners: readonly [string, (event: DragEvent) => void][] = [
    [
      'dragenter',
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        depth++;
        const items = [...(event.dataTransfer?.items ?? [])];
        onOver(items.filter(({ kind }) => kind === 'file').length);
      },
    ],
    [
      'dragover',
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      },
    ],
    [
      'dragleave',
      (event) => {
        if (!isOurs(event)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) onOver(null);
      },
    ],
    [
      'drop',
      (event) => {
        depth = 0;
        onOver(null);
        if (!carriesFiles(event)) return;
        event.preventDefault();
        const items = [...(event.dataTransfer?.items ?? [])];
        const entries = items.flatMap((item) => item.webkitGetAsEntry() ?? []);
        onFiles([...(event.dataTransfer?.files ?? [])], entries);
      },
    ],
  ];
  for (const [type, listener] of listeners)
    target.addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of listeners) {
      target.removeEventListener(type, listener as EventListener);
    }
  };
}
