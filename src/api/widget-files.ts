import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Context } from 'hono';

/** Five minutes for `pomoc.js`, whose name never changes; for ever for files named after their content. */
const CACHE = { loader: 'public, max-age=300', hashed: 'public, max-age=31536000, immutable' };

/** Where the build leaves room for the address that the e-mail fallback writes to. */
const EMAIL_PLACEHOLDER = '__SUPPORT_EMAIL__';

interface WidgetFile {
  plain: Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer>;
  etag: string;
  cache: string;
}

/** The built widget by path, such as `/pomoc.js`. A table: no request can name another file. */
export type WidgetFiles = ReadonlyMap<string, WidgetFile>;

/**
 * Reads the built widget from a folder.
 * @param supportEmail written into the loader, so that the way out by e-mail works when this service does not
 */
export function readWidgetFiles(folder: string, supportEmail: string): WidgetFiles {
  const loader = readFileSync(join(folder, 'pomoc.js'), 'utf8').replaceAll(EMAIL_PLACEHOLDER, supportEmail);
  const files = new Map([['/pomoc.js', toFile(Buffer.from(loader), CACHE.loader)]]);
  for (const name of readdirSync(join(folder, 'panel'))) {
    files.set(`/panel/${name}`, toFile(readFileSync(join(folder, 'panel', name)), CACHE.hashed));
  }
  return files;
}

function toFile(content: Buffer, cache: string): WidgetFile {
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return {
    plain: new Uint8Array(content),
    brotli: new Uint8Array(brotli),
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    cache,
  };
}

/** Answers with a file of the widget, to any page of any origin, or null when the path names none. */
export function answerWidgetFile(context: Context, files: WidgetFiles): Response | null {
  const file = files.get(context.req.path);
  if (!file) return null;
  const takesBrotli = /\bbr\b/.test(context.req.header('Accept-Encoding') ?? '');
  const headers = {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': file.cache,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    Vary: 'Accept-Encoding',
    ETag: takesBrotli ? file.etag.replace(/"$/, '-br"') : file.etag,
  };
  if (context.req.header('If-None-Match') === headers.ETag) return context.body(null, 304, headers);
  if (takesBrotli) return context.body(file.brotli, 200, { ...headers, 'Content-Encoding': 'br' });
  return context.body(file.plain, 200, headers);
}
