import type { BaseEntry, VectorDraw } from '../domain/basemap.ts';
import type { Text } from '../text/text.ts';

/** One tile; null where the map holds none. Rejects with a `BaseFailure` or an AbortError. */
export type BaseTiles = (
  tile: { readonly z: number; readonly x: number; readonly y: number },
  signal: AbortSignal,
) => Promise<ArrayBuffer | null>;

interface Sheet {
  readonly tiles: BaseTiles;
  readonly minzoom: number;
  readonly maxzoom: number;
  /** west, south, east, north */
  readonly extent?: readonly [number, number, number, number];
}
export interface RasterSheet extends Sheet {
  readonly type: 'raster';
  readonly tileSize: number;
}
export interface VectorSheet extends Sheet {
  readonly type: 'vector';
  readonly draw: readonly VectorDraw[];
}
export type BaseSheet = RasterSheet | VectorSheet;

/** A base map that is ready to be drawn beneath the layers. */
export interface BaseMap extends Pick<BaseEntry, 'id' | 'look' | 'labelled'> {
  readonly title: Text;
  /** Bottom to top. */
  readonly sheets: readonly BaseSheet[];
}

export type BaseFailureCode =
  | 'base-refused'
  | 'base-unreachable'
  | 'base-blocked'
  | 'base-answer'
  | 'base-archive';

/** Why a base map, or a part of it, cannot be drawn. The map goes on without. */
export class BaseFailure extends Error {
  override readonly name = 'BaseFailure';
  readonly code: BaseFailureCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: BaseFailureCode, params: BaseFailure['params'], cause?: unknown) {
    super(`${code} ${JSON.stringify(params)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.params = params;
  }
}
