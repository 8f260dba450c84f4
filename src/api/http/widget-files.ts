import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServedFile, type ServedFiles, toServedFile } from './served-file.ts';

/** Five minutes for `pomoc.js`, whose name never changes; for ever for files named by their content. */
const CACHE = { loader: 'public, max-age=300', hashed: 'public, max-age=31536000, immutable' };

/** The placeholder in the build for the address of the e-mail fallback. */
const EMAIL_PLACEHOLDER = '__SUPPORT_EMAIL__';

/** The types of the page's global, for projects that embed the widget. They change with the loader. */
const TYPES = '/pomoc.d.ts';

/** The path of the loader. */
export const LOADER = '/pomoc.js';

/**
 * The built widget with the support address written into its loader, so that the e-mail fallback works when this
 * service does not. Rebuilt when the address changes.
 */
export type WidgetFiles = (supportEmail: string) => ServedFiles;

/**
 * Reads the built widget from a folder, once: a later build is served after the next start. Any page of any origin may
 * load it.
 */
export function readWidgetFiles(folder: string): WidgetFiles {
  const loader = readFileSync(join(folder, 'pomoc.js'), 'utf8');
  const panel = readdirSync(join(folder, 'panel')).map(
    (name) => [`/panel/${name}`, toScript(readFileSync(join(folder, 'panel', name)), CACHE.hashed)] as const,
  );
  const types = toServedFile(readFileSync(join(folder, 'pomoc.d.ts')), {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': CACHE.loader,
    'Access-Control-Allow-Origin': '*',
  });
  let made: { supportEmail: string; files: ServedFiles } | null = null;
  return (supportEmail) => {
    if (made?.supportEmail !== supportEmail) {
      const written = Buffer.from(loader.replaceAll(EMAIL_PLACEHOLDER, supportEmail));
      made = { supportEmail, files: new Map([[LOADER, toScript(written, CACHE.loader)], [TYPES, types], ...panel]) };
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
