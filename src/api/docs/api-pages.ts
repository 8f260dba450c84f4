import { readFileSync } from 'node:fs';
import { type ServedFiles, toServedFile } from '../http/served-file.ts';
import { openApiDocument } from './openapi/document.ts';
import { docsPage } from './page/docs-page.ts';

/** The paths of the API's description: the document, the page and its style sheet. */
export const API_PAGES = { document: '/api/v1/openapi.json', page: '/docs', css: '/docs.css' } as const;

/** A page without scripts, images and forms needs its own style sheet and nothing else. */
const PAGE_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const CACHE = { 'Cache-Control': 'public, max-age=300' };

/**
 * Renders the description of the API, once.
 * @param publicUrl the address at which clients reach the service
 */
export function makeApiPages(publicUrl: string): ServedFiles {
  const document = openApiDocument(publicUrl);
  const css = readFileSync(new URL('./page/docs.css', import.meta.url));
  const page = toServedFile(Buffer.from(docsPage(document, API_PAGES)), {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': PAGE_POLICY,
    ...CACHE,
  });
  return new Map([
    [
      API_PAGES.document,
      toServedFile(Buffer.from(JSON.stringify(document)), { 'Content-Type': 'application/json', ...CACHE }),
    ],
    [API_PAGES.page, page],
    [`${API_PAGES.page}/`, page],
    [API_PAGES.css, toServedFile(css, { 'Content-Type': 'text/css; charset=utf-8', ...CACHE })],
  ]);
}
