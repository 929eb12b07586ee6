import type { Position } from '../geometry/shapes.ts';

/** Rounded facts about the region, as in `data/sources/ningxia.json`. */
export interface DemoFacts {
  readonly outline: readonly Position[];
  readonly counties: readonly County[];
  readonly towns: readonly { readonly county: string; readonly lonLat: Position }[];
  readonly yellowRiver: readonly Position[];
  readonly natureReserves: readonly Reserve[];
}

export interface County {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly seat: Position;
  readonly areaKm2: number;
}

export interface Reserve {
  readonly name: string;
  readonly level: string;
  readonly centre: Position;
  readonly roughExtent: readonly [number, number, number, number];
  readonly roughHectares: number;
}

/** What the layers have to add up to: 1,430 万亩, and 1.205 万平方千米. */
export const FARMLAND_TARGET_M2 = 14_300_000 * (2000 / 3);
export const RED_LINE_TARGET_M2 = 12_050 * 1e6;
export const CULTIVATED_TARGET_M2 = 1_250 * 1e6;
