import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServedFile, type ServedFiles, toServedFile } from './served-file.ts';

/** Five minutes for `pomoc.js`, whose name never changes; for ever for files named after their content. */
const CACHE = { loader: 'public, max-age=300', hashed: 'public, max-age=31536000, immutable' };

/** Where the build leaves room for the address that the e-mail fallback writes to. */
const EMAIL_PLACEHOLDER = '__SUPPORT_EMAIL__';

/** Where the loader stands. */
export const LOADER = '/pomoc.js';

/**
 * The built widget with an address written into its loader, so that the way out by e-mail works when this service does
 * not. Made anew when the address is another one than before.
 */
export type WidgetFiles = (supportEmail: string) => ServedFiles;

/** Reads the built widget from a folder, once: what stands there later belongs to the next start. Any page of any origin may load it. */
export function readWidgetFiles(folder: string): WidgetFiles {
  const loader = readFileSync(join(folder, 'pomoc.js'), 'utf8');
  const panel = readdirSync(join(folder, 'panel')).map(
    (name) => [`/panel/${name}`, toScript(readFileSync(join(folder, 'panel', name)), CACHE.hashed)] as const,
  );
  let made: { supportEmail: string; files: ServedFiles } | null = null;
  return (supportEmail) => {
    if (made?.supportEmail !== supportEmail) {
      const written = Buffer.from(loader.replaceAll(EMAIL_PLACEHOLDER, supportEmail));
      made = { supportEmail, files: new Map([[LOADER, toScript(written, CACHE.loader)], ...panel]) };
    }
    return made.files;
  };
}

function toScript(content: Buffer, cache: string): ServedFile {
  return toServedFile(content, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': cache,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}
