/** 1 亩 = 2000/3 m² exactly (15 亩 = 1 公顷). Written once, here. */
export const M2_PER_MU = 2000 / 3;
export const M2_PER_HECTARE = 10_000;

export function toHectares(areaM2: number): number {
  return areaM2 / M2_PER_HECTARE;
}

export function toMu(areaM2: number): number {
  return (areaM2 * 3) / 2000;
}
