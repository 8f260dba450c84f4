import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServedFile, type ServedFiles, toServedFile } from './served-file.ts';

/** Five minutes for `pomoc.js`, whose name never changes; for ever for files named after their content. */
const CACHE = { loader: 'public, max-age=300', hashed: 'public, max-age=31536000, immutable' };

/** Where the build leaves room for the address that the e-mail fallback writes to. */
const EMAIL_PLACEHOLDER = '__SUPPORT_EMAIL__';

/**
 * Reads the built widget from a folder. Any page of any origin may load it.
 * @param supportEmail written into the loader, so that the way out by e-mail works when this service does not
 */
export function readWidgetFiles(folder: string, supportEmail: string): ServedFiles {
  const loader = readFileSync(join(folder, 'pomoc.js'), 'utf8').replaceAll(EMAIL_PLACEHOLDER, supportEmail);
  const files = new Map([['/pomoc.js', toScript(Buffer.from(loader), CACHE.loader)]]);
  for (const name of readdirSync(join(folder, 'panel'))) {
    files.set(`/panel/${name}`, toScript(readFileSync(join(folder, 'panel', name)), CACHE.hashed));
  }
  return files;
}

function toScript(content: Buffer, cache: string): ServedFile {
  return toServedFile(content, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': cache,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}
