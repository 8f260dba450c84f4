import type { FileHindrance, FileScan } from '../contract/lists.ts';

const HINDRANCES: Record<FileScan, FileHindrance | null> = {
  none: null,
  waiting: 'unscanned',
  clean: null,
  refused: 'refused',
  failed: 'scan-failed',
};

/**
 * Why nobody may have a file of a thread; null where they may. A scanner that did not look, for whatever reason, is no
 * scanner that found nothing.
 */
export function fileHindrance({ scan, freed_at }: { scan: FileScan; freed_at: string | null }): FileHindrance | null {
  return freed_at === null ? HINDRANCES[scan] : 'freed';
}
