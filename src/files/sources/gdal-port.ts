import type { ByteSource } from '../../bytes/byte-source.ts';

/**
 * GDAL as the readers here see it: gdal3.js in a process or worker of its own, or the native programs.
 * Paths are the platform's own; they are passed through and never looked into.
 */
export interface GdalPort {
  /** `ogrinfo -json -so`: parsed, not checked. @throws Error with GDAL's words */
  inspect(path: string, openOptions: readonly string[], signal?: AbortSignal): Promise<unknown>;
  /**
   * `ogr2ogr -f FlatGeobuf` into a file that lives until `release`.
   *
   * @throws Error with GDAL's words
   */
  convert(request: GdalConversion): Promise<GdalConverted>;
}

export interface GdalConversion {
  readonly path: string;
  readonly openOptions: readonly string[];
  /** Arguments of ogr2ogr but for format, source and destination. */
  readonly args: readonly string[];
  /** Told how many features are written by now. */
  readonly onFeatures?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface GdalConverted {
  readonly source: ByteSource;
  release(): Promise<void>;
}
