import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ServedFiles, toServedFile } from '../http/served-file.ts';

/** The path of the desk's page. */
export const DESK_PAGE = '/desk/';

/**
 * Scripts, styles and requests of our own origin only; pictures of tickets are drawn, not loaded. No text of a customer
 * can become markup or a script: the browser refuses every sink that would take it.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/**
 * Reads the built desk from a folder: its page, which browsers revalidate each time, and files named by their content,
 * cached for ever.
 * @param folder the build's output; without a page in it there is no desk
 */
export function readDeskFiles(folder: string): ServedFiles {
  const page = toServedFile(readFileSync(join(folder, 'desk', 'index.html')), {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': PAGE_POLICY,
    'Cache-Control': 'no-cache',
  });
  const files = new Map([
    [DESK_PAGE, page],
    [DESK_PAGE.slice(0, -1), page],
  ]);
  for (const name of readdirSync(join(folder, 'desk', 'files'))) {
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (!type) continue;
    const headers = { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' };
    files.set(`${DESK_PAGE}files/${name}`, toServedFile(readFileSync(join(folder, 'desk', 'files', name)), headers));
  }
  return files;
}
