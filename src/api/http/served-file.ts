import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Context } from 'hono';

/** A file that never changes while the service runs, ready to be sent. */
export interface ServedFile {
  plain: Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer>;
  etag: string;
  headers: Record<string, string>;
}

/** Files by path, such as `/pomoc.js`. A table: no request can name another file. */
export type ServedFiles = ReadonlyMap<string, ServedFile>;

/** Prepares a file: compressed once, however often it is served. */
export function toServedFile(content: Buffer, headers: { 'Content-Type': string; [name: string]: string }): ServedFile {
  const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return {
    plain: new Uint8Array(content),
    brotli: new Uint8Array(brotli),
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
    headers,
  };
}

/** Serves the file of a path, or returns null when there is none. */
export function answerServedFile(context: Context, files: ServedFiles): Response | null {
  const file = files.get(context.req.path);
  if (!file) return null;
  const takesBrotli = /\bbr\b/.test(context.req.header('Accept-Encoding') ?? '');
  const headers = {
    ...file.headers,
    Vary: 'Accept-Encoding',
    ETag: takesBrotli ? file.etag.replace(/"$/, '-br"') : file.etag,
  };
  if (context.req.header('If-None-Match') === headers.ETag) return context.body(null, 304, headers);
  if (takesBrotli) return context.body(file.brotli, 200, { ...headers, 'Content-Encoding': 'br' });
  return context.body(file.plain, 200, headers);
}
