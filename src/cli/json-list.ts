/**
 * Writes documents as they come: one alone stands by itself, several become an array. Only the first is
 * held back, until it is known whether another follows.
 */
export function jsonList(write: (text: string) => void): {
  add(document: string): void;
  end(): void;
} {
  let held: string | null = null;
  let open = false;
  return {
    add: (document) => {
      if (open) {
        write(`,\n${document}`);
      } else if (held === null) {
        held = document;
      } else {
        write(`[\n${held},\n${document}`);
        open = true;
      }
    },
    end: () => {
      if (open) write('\n]\n');
      else write(held === null ? '[]\n' : `${held}\n`);
    },
  };
}
