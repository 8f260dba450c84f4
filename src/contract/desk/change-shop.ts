import * as z from 'zod/mini';
import { LIMITS } from '../limits.ts';
import { LICENCE_STATES, SIGNATURES } from '../lists.ts';
import { PutShopRequest } from '../registry/registry-requests.ts';
import { line } from '../text.ts';
import { Coverage } from './read-shop.ts';

/** The longest package, in months. */
export const MOST_MONTHS = 36;

/**
 * `GET …/packages/preview?months=&purchasedOn=`: what a package would cover, and the new last day, before it is saved.
 * 422 for a day in the future or before the licence; 403 `not-bought-directly` where a package gives no help (R3).
 */
export const previewPackage = {
  method: 'GET',
  path: '/api/desk/shops/:shop/packages/preview',
  answer: z.object({ covers: Coverage, lastDayBefore: z.string(), lastDay: z.string() }),
};

export type PackagePreview = z.infer<typeof previewPackage.answer>;

/** `POST …/packages`, for admins, with an `Idempotency-Key`: adds an extension package (R4). 201, refused as the preview is. */
export const addShopPackage = {
  method: 'POST',
  path: '/api/desk/shops/:shop/packages',
  answer: z.object({ lastDay: z.string() }),
};

/**
 * `POST …/licence`, for admins: marks the licence as valid or breached, which affects access to updates only (C3). 204.
 */
export const setShopLicence = { method: 'POST', path: '/api/desk/shops/:shop/licence' };

/**
 * `POST …/facts`: changes what the registry says of a shop, but for its addresses and a breach of its licence. Everybody may
 * say when it was installed and leave a note; the rest is for admins (403 `forbidden`). 204; 409 `conflict` when it was
 * changed since `revision`.
 */
export const changeShopFacts = { method: 'POST', path: '/api/desk/shops/:shop/facts' };

/**
 * `POST …/addresses`: adds a `panel` address, which recognises this shop's panel; one that it has already changes nothing.
 * 204; 409 `address-taken` with `shop: {id, name}` where the host is another shop's `shop` or `panel` address; 422 for
 * what is no web address (`wrong-format`) or is known to one computer or network only (`not-allowed`).
 */
export const addPanelAddress = { method: 'POST', path: '/api/desk/shops/:shop/addresses' };

/**
 * `POST …/address`, for admins: the shop moves to another address, and the old one becomes a `former` one (C5). 204,
 * refused as `addPanelAddress` is.
 */
export const changeShopAddress = { method: 'POST', path: '/api/desk/shops/:shop/address' };

/**
 * `DELETE …/addresses/:address`: ends a `panel` or `former` address at once. 204; 404 when there is none that still
 * counts; 409 `conflict` for the `shop` address, which can be changed only.
 */
export const endShopAddress = { method: 'DELETE', path: '/api/desk/shops/:shop/addresses/:address' };

/** `POST …/signature`, for admins: whether the shop's tickets from pages need a session of its panel. 204. */
export const setShopSignature = { method: 'POST', path: '/api/desk/shops/:shop/signature' };

/**
 * `POST …/secrets`, for admins: a new secret for signed identity, shown in this response and never again. Without an
 * idempotency key: the response is not stored and cannot be repeated; one too many shows up in the list and can be
 * revoked.
 */
export const makeDeskShopSecret = {
  method: 'POST',
  path: '/api/desk/shops/:shop/secrets',
  answer: z.object({ kid: z.string(), secret: z.string() }),
};

export type MadeSecret = z.infer<typeof makeDeskShopSecret.answer>;

/**
 * `DELETE …/secrets/:kid`, for admins: revokes the secret and ends its sessions at once. 204, or 404 when there is no
 * such valid secret.
 */
export const revokeDeskShopSecret = { method: 'DELETE', path: '/api/desk/shops/:shop/secrets/:kid' };

/** `DELETE …/sessions`, for admins: ends all sessions of the shop at once, and says how many; its secrets stay. 404 without the shop. */
export const endShopSessions = {
  method: 'DELETE',
  path: '/api/desk/shops/:shop/sessions',
  answer: z.object({ sessions: z.number() }),
};

const day = z.iso.date();

/** Facts that every agent may change; the others are for admins. */
export const FACTS_OF_AGENTS: readonly string[] = ['installedOn', 'note'];

/** The query of a package's preview: numbers are text there. */
export const PreviewPackageQuery = z.strictObject({
  months: z.string().check(z.regex(/^([1-9]|[12]\d|3[0-6])$/)),
  purchasedOn: day,
});

export const AddPackageRequest = z.strictObject({
  months: z.number().check(z.int(), z.gte(1), z.lte(MOST_MONTHS)),
  purchasedOn: day,
});

export type AddPackageRequest = z.infer<typeof AddPackageRequest>;

export const SetLicenceRequest = z.strictObject({ state: z.enum(LICENCE_STATES) });

export const ShopAddressRequest = z.strictObject({ address: line(1, LIMITS.installUrl) });

export const SetSignatureRequest = z.strictObject({ signature: z.enum(SIGNATURES) });

/** What has a way of its own: the addresses, the licence's state, and the version, which pages tell. */
const NOT_FACTS = { installUrl: true, panelUrls: true, licenceState: true, shopVersion: true } as const;

/** What is left out stays; null empties what may be empty. By the same rules as what another system puts. */
export const ChangeFactsRequest = z.strictObject({
  revision: z.number().check(z.int(), z.gte(1)),
  facts: z.partial(z.omit(PutShopRequest, NOT_FACTS)),
});

export type ChangeFactsRequest = z.infer<typeof ChangeFactsRequest>;
