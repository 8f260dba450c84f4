import * as z from 'zod/mini';
import { shopIdentity } from '../shops/shop-identity.ts';
import { FileName } from './attachment-fields.ts';

/** `bytes 0-262143/1000000`: RFC 9110 §14.4, with a known length. */
const CONTENT_RANGE = /^bytes (\d{1,10})-(\d{1,10})\/(\d{1,10})$/;

const contentRange = z.pipe(
  z.string().check(z.regex(CONTENT_RANGE)),
  z.transform((header: string) => {
    const [, start, end, total] = CONTENT_RANGE.exec(header) ?? [];
    return { start: Number(start), end: Number(end), total: Number(total) };
  }),
);

/** Headers are ASCII: other characters of a name are percent-encoded UTF-8. */
const encodedFileName = z.pipe(
  z.pipe(z.string().check(z.refine(isPercentEncoded, 'wrong-format')), z.transform(decodeURIComponent)),
  FileName,
);

/**
 * The headers of `PUT /uploads/:id`. Number and address have the same schemas as in a body: a value must not get past a
 * limit because it comes in another way. They are required without a session of the shop.
 */
export const PutUploadHeaders = z.object({
  'Content-Range': contentRange,
  'X-File-Name': encodedFileName,
  'X-Support-Number': z.optional(shopIdentity.supportNumber),
  'X-Install-Url': z.optional(shopIdentity.installUrl),
});

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
