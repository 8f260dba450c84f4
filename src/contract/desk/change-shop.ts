import * as z from 'zod/mini';
import { Coverage } from './read-shop.ts';

/** The longest package that is added here, in months. */
export const MOST_MONTHS = 36;

/**
 * `GET …/packages/preview?months=&purchasedOn=`: what a package would cover, and the new last day, before anybody saves it.
 * 422 for a day that has not come or lies before the licence; 403 `not-bought-directly` where a package gives no help (R3).
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

/** `POST …/licence`, for admins: marks the licence as valid or breached, which touches access to updates only (C3). 204. */
export const setShopLicence = { method: 'POST', path: '/api/desk/shops/:shop/licence' };

/**
 * `POST …/secrets`, for admins: a new secret for signed identity, shown in this answer and never again. Without a key: what is
 * answered is stored nowhere, so it could not be said twice; one too many is seen in the list and revoked.
 */
export const makeDeskShopSecret = {
  method: 'POST',
  path: '/api/desk/shops/:shop/secrets',
  answer: z.object({ kid: z.string(), secret: z.string() }),
};

export type MadeSecret = z.infer<typeof makeDeskShopSecret.answer>;

/** `DELETE …/secrets/:kid`, for admins: the secret and the sessions it opened end at once. 204, or 404 when it is none that is valid. */
export const revokeDeskShopSecret = { method: 'DELETE', path: '/api/desk/shops/:shop/secrets/:kid' };
