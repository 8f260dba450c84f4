import { putPart } from '../../../../browser/files/put-part.ts';
import type { Part, PartOutcome } from '../../../../browser/files/upload-batch.ts';
import { putUpload } from '../../../../src/contract/files/put-upload.ts';
import type { PageSession } from '../../../host-page/embed-config.ts';
import type { Identity } from '../../../outbox/ticket-entry.ts';
import { serviceHttp } from '../../../service/service-http.ts';

/** A part with what its sender shows. */
export interface SentPart extends Part {
  /** the token of the ticket that will name it */
  token: string;
  identity: Identity;
}

export type PutPart = (part: SentPart) => Promise<PartOutcome>;

/**
 * `PUT /uploads/:id` over HTTP.
 * @param api origin of the service, without a slash at the end
 * @param page may have a session of the shop, which proves its sender
 */
export function createPutPart(api: string, page: Pick<PageSession, 'session'> = {}): PutPart {
  const http = serviceHttp(api);
  return ({ token, identity, ...part }) =>
    putPart(part, ({ headers, ...options }) =>
      http.call(putUpload, {
        ...options,
        bearer: token,
        headers: {
          ...headers,
          'X-Support-Number': identity.supportNumber,
          'X-Install-Url': asciiUrl(identity.installUrl),
          ...(page.session && { 'X-Shop-Session': page.session }),
        },
      }),
    );
}

/** Headers are ASCII; an address with Polish letters is sent as punycode. */
function asciiUrl(url: string): string {
  if (/^[\x21-\x7e]*$/.test(url)) return url;
  try {
    return new URL(/^https?:/i.test(url) ? url : `https://${url}`).href;
  } catch {
    return encodeURI(url);
  }
}
