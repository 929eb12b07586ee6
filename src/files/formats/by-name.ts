import type { ProjectFormat } from './format.ts';
import { PROJECT_FORMATS } from './registry.ts';

/** Lower case, without the dot; '' where a name has none. */
export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The first format whose files are called so. What a file holds may say otherwise. */
export function formatOfName(name: string): ProjectFormat | undefined {
  const extension = extensionOf(name);
  return PROJECT_FORMATS.find(({ extensions }) => extensions.includes(extension));
}
