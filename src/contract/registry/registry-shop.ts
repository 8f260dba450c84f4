import * as z from 'zod/mini';
import type { LicenceState, ShopFact, SupportState } from '../lists.ts';
import { openEnum } from '../open-enum.ts';

/** A shop of the registry as another system of the vendor reads it. Days are `2027-03-14`, in Warsaw. */
export const RegistryShop = z.object({
  supportNumber: z.string(),
  installUrl: z.string(),
  /** addresses of its panel alone */
  panelUrls: z.array(z.string()),
  edition: z.string(),
  purchasedOn: z.string(),
  supportMonths: z.number(),
  boughtDirectly: z.boolean(),
  licenceState: openEnum<LicenceState>(),
  shopName: z.string(),
  contactEmail: z.string(),
  shopVersion: z.nullable(z.string()),
  installedOn: z.nullable(z.string()),
  individualTerms: z.nullable(z.string()),
  purchaseAccount: z.nullable(z.string()),
  seller: z.nullable(z.string()),
  note: z.nullable(z.string()),
  /** when the registry gave it up */
  endedAt: z.nullable(z.string()),
  support: z.object({
    state: openEnum<SupportState>(),
    lastDay: z.nullable(z.string()),
    /** the day on which support begins; only before it */
    firstDay: z.optional(z.string()),
    daysLeft: z.nullable(z.number()),
  }),
  packages: z.array(z.object({ id: z.nullable(z.string()), purchasedOn: z.string(), months: z.number() })),
});

export type RegistryShop = z.infer<typeof RegistryShop>;

/** Something that may be right, and seldom is: in Polish, for people. */
const Warning = z.object({ code: z.string(), text: z.string() });

/** `GET /registry/shops/:supportNumber`: one shop, with a key of `registry:read` or `registry:write`. */
export const readRegistryShop = {
  method: 'GET',
  path: '/api/v1/registry/shops/:supportNumber',
  answer: RegistryShop,
};

/**
 * `PUT /registry/shops/:supportNumber`, with a key of `registry:write`: adds the shop or brings it up to date. 201 for a
 * new one, otherwise 200; the same again changes nothing. 409 `address-taken` where an address of a panel is another
 * shop's.
 */
export const putRegistryShop = {
  method: 'PUT',
  path: '/api/v1/registry/shops/:supportNumber',
  answer: z.object({
    shop: RegistryShop,
    /** which facts are others than before */
    changed: z.array(openEnum<ShopFact>()),
    warnings: z.array(Warning),
  }),
};

/**
 * `POST /registry/shops/:supportNumber/packages`, with a key of `registry:write`: adds an extension package (R4) once per
 * `id`. 201; 200 when it was there already.
 */
export const addRegistryPackage = {
  method: 'POST',
  path: '/api/v1/registry/shops/:supportNumber/packages',
  answer: z.object({ shop: RegistryShop, warnings: z.array(Warning) }),
};
