import type { Claim } from '../domain/claim.ts';
import type { Project } from '../domain/project.ts';
import type { CheckReport } from '../domain/report.ts';
import type { BBox } from '../geometry/shapes.ts';

export type { BBox, CheckReport, Claim, Project };

/** The elements as pages of others see them; what is not named here may change. */
export interface SanxianElementBase extends HTMLElement {
  /** Address of `catalog.json`, against the page. Attribute `catalog`. */
  catalog: string;
  /** Address of a list of base maps (`sanxian/basemap@1`). Attribute `basemap`. */
  basemap: string;
  /** Folder that the built app is served from. Attribute `base-url`. */
  baseUrl: string;
  /** Attribute `lang`; anything but English is Chinese. */
  lang: 'zh' | 'en';
  /** Attribute `theme`. */
  theme: 'system' | 'light' | 'dark' | 'contrast';
  /** Attribute `readonly`. */
  readonly: boolean;
  project: Project | null;
  /** Resolves once the catalog is read, or it is on screen why not. */
  readonly ready: Promise<void>;
  /** West, south, east, north in degrees; flies there. */
  fitTo(bbox: BBox): void;
}

/** `<sanxian-app>`, the whole workspace. */
export interface SanxianAppElement extends SanxianElementBase {
  /** Address of a sample project, opened on the first visit. Attribute `sample`. */
  sample: string;
  /** Projects are kept on this machine. Attribute `keep`. */
  keep: boolean;
  /** The workspace is the whole page: keys, pastes and drops anywhere are for it. Attribute `whole-page`. */
  wholePage: boolean;
  /** Origins, parted by spaces, whose pages may speak to this frame. Attribute `allow-origins`. */
  allowOrigins: string;
  /** What the applicant says the project is; a field that is absent is unknown, never "no". */
  claim: Claim;
  readonly report: CheckReport | null;
  /** Reads a boundary file. Rejects with an Error that has a `code` and `params`. */
  open(file: File): Promise<Project>;
  check(): Promise<CheckReport>;
  exportReport(format: string): Promise<{
    readonly fileName: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }>;
}

/** `<sanxian-map>`, the map alone. */
export interface SanxianMapElement extends SanxianElementBase {
  /** Its pieces are drawn and, where no project is given, its site. */
  report: CheckReport | null;
}

/** Where a map came to rest. */
export interface MapView {
  readonly bbox: BBox;
  readonly zoom: number;
}

/** A feature under a click, with its attributes as they stand in the layer. */
export interface IdentifiedFeature {
  readonly kind: string;
  readonly layer: string;
  readonly properties: readonly (readonly [name: string, value: string])[];
}

/** All bubble and cross shadow roots. */
export interface SanxianEventMap {
  'sanxian-check-complete': CustomEvent<CheckReport>;
  'sanxian-project-change': CustomEvent<Project | null>;
  /** The Error; it has a `code` where a person can do something. */
  'sanxian-error': CustomEvent<Error>;
  'sanxian-map-view': CustomEvent<MapView>;
  'sanxian-map-piece': CustomEvent<{ readonly number: number | null }>;
  'sanxian-map-identify': CustomEvent<readonly IdentifiedFeature[]>;
}
