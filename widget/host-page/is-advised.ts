import type { EmbedConfig } from './embed-config.ts';
import { hasFlag } from './flags.ts';
import { isBetween } from './is-between.ts';

/**
 * Whether the newest advisory is for the version that is known here (A2), whoever has support, unless it was hidden in this
 * browser. Of an unknown version the service alone speaks.
 */
export function isAdvised({
  advisory,
  shopVersion,
  facts,
}: Pick<EmbedConfig, 'advisory' | 'shopVersion' | 'facts'>): boolean {
  if (!advisory) return false;
  const [from, to, id] = advisory;
  return isBetween(shopVersion || facts.shopVersion, from, to) && !hasFlag('hidden', id);
}
