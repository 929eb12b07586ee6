import type { NamedFile } from '../files/formats/format.ts';

/** Addresses of gdal3.js, which is served as files of its own beside the app. */
export interface GdalAddresses {
  readonly script: string;
  readonly wasm: string;
  readonly data: string;
}

/** What crosses between the check worker and `gdal-worker.ts`. Each question is answered once. */
export type GdalQuestion =
  | { readonly id: number; readonly op: 'start'; readonly addresses: GdalAddresses }
  | { readonly id: number; readonly op: 'mount'; readonly files: readonly NamedFile[] }
  | {
      readonly id: number;
      readonly op: 'inspect';
      readonly path: string;
      readonly openOptions: readonly string[];
    }
  | {
      readonly id: number;
      readonly op: 'convert';
      readonly path: string;
      readonly openOptions: readonly string[];
      readonly args: readonly string[];
    };

export type GdalAnswer =
  | { readonly id: number; readonly value: unknown }
  /** What GDAL said. */
  | { readonly id: number; readonly error: string };
