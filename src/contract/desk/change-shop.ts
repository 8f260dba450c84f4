import * as z from 'zod/mini';
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
