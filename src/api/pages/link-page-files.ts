import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { html } from 'hono/html';
import { LANGUAGES } from '../../contract/lists.ts';
import { OWN_VENDOR, type Vendor } from '../../contract/vendor.ts';
import { type ServedFile, type ServedFiles, toServedFile } from '../http/served-file.ts';

/** Where mailed links lead, with their key in the fragment. It leads on to the page in the browser's language. */
export const LINK_PAGE = '/z/';

/** As the desk's, and pictures of the browser's own: those that somebody adds to a reply are drawn before they are sent. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src blob: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * Reads the built page of mailed links from a folder: one in each language, which browsers revalidate each time, and files
 * named by their content, cached for ever.
 * @param vendor whose help the page says it is
 */
export function readLinkPageFiles(folder: string, vendor: Vendor): ServedFiles {
  const files = new Map<string, ServedFile>();
  for (const language of LANGUAGES) {
    const built = join(folder, 'z', language);
    const page = toServedFile(Buffer.from(saying(vendor, readFileSync(join(built, `${language}.html`), 'utf8'))), {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': PAGE_POLICY,
      'Cache-Control': 'no-cache',
      'X-Robots-Tag': 'noindex',
    });
    files.set(`${LINK_PAGE}${language}`, page);
    for (const name of readdirSync(join(built, 'files'))) {
      const headers = {
        'Content-Type': `text/${extname(name) === '.css' ? 'css' : 'javascript'}; charset=utf-8`,
        'Cache-Control': 'public, max-age=31536000, immutable',
      };
      files.set(
        `${LINK_PAGE}${language}/files/${name}`,
        toServedFile(readFileSync(join(built, 'files', name)), headers),
      );
    }
  }
  return files;
}

/** What the page says of the vendor, as it is built and as it is served. */
const said = ({ name, mark }: Vendor) => String(html`data-vendor="${name}" data-mark="${mark}"`);

function saying(vendor: Vendor, page: string): string {
  return page.replace(said(OWN_VENDOR), () => said(vendor));
}
