import type { SavedWork } from '../workspace.ts';

/** What is said of kept work without reading it. */
export interface KeptWork {
  readonly key: string;
  readonly title: string;
  readonly projects: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** Where work is kept on this machine. Every call rejects with a `StorageFault` where it cannot. */
export interface WorkStore {
  /** Newest first. */
  list(): Promise<KeptWork[]>;
  /** null: not kept, or no longer. */
  read(key: string): Promise<SavedWork | null>;
  write(about: KeptWork, work: SavedWork): Promise<void>;
  remove(key: string): Promise<void>;
  clear(): Promise<void>;
}

export type FaultKind = 'denied' | 'full' | 'failed';

/** `denied`: private windows and settings; `full`: no room; `failed`: anything else. */
export class StorageFault extends Error {
  override readonly name = 'StorageFault';
  readonly kind: FaultKind;

  constructor(kind: FaultKind, cause: unknown) {
    super(cause instanceof Error ? cause.message || cause.name : String(cause), { cause });
    this.kind = kind;
  }
}

export function faultOf(cause: unknown): StorageFault {
  if (cause instanceof StorageFault) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  if (name === 'QuotaExceededError') return new StorageFault('full', cause);
  const denied = ['SecurityError', 'InvalidStateError', 'NotAllowedError'].includes(name);
  return new StorageFault(denied ? 'denied' : 'failed', cause);
}
