import type { Position, Ring } from '../geometry/shapes.ts';

/** A run of boundary pieces that follow each other, inside to the left. */
interface Chain {
  readonly places: Position[];
  used: boolean;
}

/** Pieces that close to no ring: the shapes they come from were not valid. */
export class OpenBoundary extends Error {
  override readonly name = 'OpenBoundary';
}

/**
 * Links directed pieces of a boundary into closed rings. In every place as many pieces end as begin, to
 * the last bit of the coordinates, so a walk that always finds a way out comes back to its start. Which
 * way it takes where several leave does not matter here: `polygonsOfBoundary` sorts that out.
 *
 * Pieces arrive in the order of the edges they lie on, most of them where the one before ended, so that
 * few chains are left to be looked up by their ends.
 */
export class PieceLinker {
  readonly #chains: Chain[] = [];
  #open: Position[] | null = null;
  #backwards = false;

  /** A piece from a to b with the inside to its left times `weight`, +1 or -1. */
  add(weight: number, a: Position, b: Position): void {
    if (a[0] === b[0] && a[1] === b[1]) return;
    const backwards = weight < 0;
    const last = this.#open?.at(-1);
    if (last && backwards === this.#backwards && last[0] === a[0] && last[1] === a[1]) {
      this.#open!.push(b);
      return;
    }
    this.#close();
    this.#open = [a, b];
    this.#backwards = backwards;
  }

  /** The rings, closed. Throws OpenBoundary when a piece has no successor. */
  rings(): Ring[] {
    this.#close();
    const chains = this.#chains;
    const follow = chains.length > FEW ? followByMap(chains) : followByScan(chains);
    const rings: Ring[] = [];
    for (const first of chains) {
      if (first.used) continue;
      const ring = first.places;
      first.used = true;
      const start = ring[0]!;
      let end = ring.at(-1)!;
      while (end[0] !== start[0] || end[1] !== start[1]) {
        const next = follow(end);
        if (!next) throw new OpenBoundary(`the boundary ends at ${end}`);
        next.used = true;
        for (let i = 1; i < next.places.length; i++) ring.push(next.places[i]!);
        end = ring.at(-1)!;
      }
      rings.push(ring);
    }
    return rings;
  }

  #close(): void {
    if (!this.#open) return;
    if (this.#backwards) this.#open.reverse();
    this.#chains.push({ places: this.#open, used: false });
    this.#open = null;
  }
}

/** Finds an unused chain that starts at a place. */
type Follow = (place: Position) => Chain | undefined;

/** Up to so many chains are looked through one by one, without making words of numbers. */
const FEW = 24;

function followByScan(chains: readonly Chain[]): Follow {
  return ([x, y]) =>
    chains.find(({ used, places }) => !used && places[0]![0] === x && places[0]![1] === y);
}

function followByMap(chains: readonly Chain[]): Follow {
  const leaving = new Map<string, Chain[]>();
  for (const chain of chains) {
    const key = chain.places[0]!.join();
    const list = leaving.get(key);
    if (list) list.push(chain);
    else leaving.set(key, [chain]);
  }
  return (place) => leaving.get(place.join())?.find(({ used }) => !used);
}
