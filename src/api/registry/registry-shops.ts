import type { Context } from 'hono';
import { AddRegistryPackageRequest, PutShopRequest } from '../../contract/registry/registry-requests.ts';
import { addRegistryPackage, putRegistryShop, readRegistryShop } from '../../contract/registry/registry-shop.ts';
import { addRegistryPackage as addPackage } from '../../shops/add-registry-package.ts';
import { putShop } from '../../shops/put-shop.ts';
import { readRegistryShop as readShop } from '../../shops/read-registry-shop.ts';
import { type RegistryWarning, warningInWords } from '../../shops/registry-warnings.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { pathParameter } from '../http/check-path.ts';
import { problem } from '../http/problem.ts';
import { readJson } from '../http/read-json.ts';
import { asSystem } from './as-system.ts';
import { withTexts } from './field-texts.ts';
import { ANSWER_FIELDS, CHANGED_FIELD, PUT_FIELDS, REGISTRY_SHOP, SAMPLE_REGISTRY_SHOP } from './registry-words.ts';

const numberOf = (context: Context) => pathParameter(context, 'supportNumber');

/** `GET /api/v1/registry/shops/:supportNumber` */
export const answerReadRegistryShop = asSystem('registry:read', async (context, { store, now }) => {
  const shop = await readShop(store, numberOf(context), now());
  return shop ? context.json(shop) : problem(context, 'not-found');
});

/** `PUT /api/v1/registry/shops/:supportNumber` */
export const answerPutRegistryShop = asSystem('registry:write', async (context, deps, { id: actor }) => {
  const read = await readJson(context, PutShopRequest, withTexts);
  if (!read.ok) return read.refusal;
  const put = await putShop(deps, numberOf(context), read.request, actor);
  if (put.outcome === 'refused') return problem(context, put.code, { errors: put.errors });
  const { shop, changed, warnings } = put;
  return context.json({ shop, changed, warnings: warnings.map(toWarning) }, put.isNew ? 201 : 200);
});

/** `POST /api/v1/registry/shops/:supportNumber/packages` */
export const answerAddRegistryPackage = asSystem('registry:write', async (context, deps, { id: actor }) => {
  const read = await readJson(context, AddRegistryPackageRequest, withTexts);
  if (!read.ok) return read.refusal;
  const added = await addPackage(deps, numberOf(context), read.request, actor);
  if (added.outcome === 'refused') return problem(context, added.code, added.errors ? { errors: added.errors } : {});
  const { shop, warnings } = added;
  return context.json({ shop, warnings: warnings.map(toWarning) }, added.outcome === 'added' ? 201 : 200);
});

function toWarning(warning: RegistryWarning) {
  return { code: warning.code, text: warningInWords(warning) };
}

const OF_BODIES = ['malformed-json', 'too-large', 'unsupported-media-type', 'invalid-request'] as const;

/** The endpoint in the words of the API’s document. */
export const readRegistryShopOperation: Operation = {
  endpoint: readRegistryShop,
  id: 'readRegistryShop',
  tag: 'Registry',
  summary: 'A shop of the registry',
  description: 'Its licence, packages and support. Needs a key of `registry:read` or `registry:write`.',
  security: ['apiKey'],
  parameters: ['shopNumber'],
  answers: {
    200: { description: 'The shop.', body: { schema: REGISTRY_SHOP, examples: { 'a shop': SAMPLE_REGISTRY_SHOP } } },
  },
  problems: ['unauthorised', 'scope-missing', 'not-found'],
};

const putAnswer = {
  schema: {
    name: 'PutShop',
    schema: putRegistryShop.answer,
    description: 'What stands now, what changed, and what to look at.',
    fields: { ...ANSWER_FIELDS, changed: CHANGED_FIELD },
  },
  examples: {
    'a sale': { shop: SAMPLE_REGISTRY_SHOP, changed: [], warnings: [] },
  },
};

/** The endpoint in the words of the API’s document. */
export const putRegistryShopOperation: Operation = {
  endpoint: putRegistryShop,
  id: 'putRegistryShop',
  tag: 'Registry',
  summary: 'Tell of a licence',
  description:
    'Adds the shop or brings it up to date; support that was bought at 10:00 is active at 10:00. Telling the same again changes nothing, so try again until it is answered. What is optional and left out stays as it is, `null` empties it. Every change stands in the history of the shop at the desk. Needs a key of `registry:write`.',
  security: ['apiKey'],
  parameters: ['shopNumber'],
  request: {
    schema: {
      name: 'PutShopRequest',
      schema: PutShopRequest,
      description: 'A licence as it was sold.',
      fields: PUT_FIELDS,
    },
    examples: {
      'a sale': {
        installUrl: SAMPLE_REGISTRY_SHOP.installUrl,
        edition: 'PREMIUM',
        purchasedOn: '2026-11-22',
        supportMonths: 6,
        shopName: SAMPLE_REGISTRY_SHOP.shopName,
        contactEmail: SAMPLE_REGISTRY_SHOP.contactEmail,
        purchaseAccount: SAMPLE_REGISTRY_SHOP.purchaseAccount,
      },
    },
  },
  answers: {
    200: { description: 'The shop was there, and is as told.', body: putAnswer },
    201: { description: 'The shop is new.', body: putAnswer },
  },
  problems: ['unauthorised', 'scope-missing', 'address-taken', ...OF_BODIES],
};

const packageAnswer = {
  schema: {
    name: 'AddedPackage',
    schema: addRegistryPackage.answer,
    description: 'The shop with its package.',
    fields: ANSWER_FIELDS,
  },
  examples: {
    'three months more': {
      shop: {
        ...SAMPLE_REGISTRY_SHOP,
        support: { state: 'active', lastDay: '2027-08-22', daysLeft: 274 },
        packages: [{ id: 'ZAM/2026/11/0815', purchasedOn: '2026-11-22', months: 3 }],
      },
      warnings: [],
    },
  },
};

/** The endpoint in the words of the API’s document. */
export const addRegistryPackageOperation: Operation = {
  endpoint: addRegistryPackage,
  id: 'addRegistryPackage',
  tag: 'Registry',
  summary: 'Tell of an extension package',
  description:
    'Adds months of support (R4) once per `id`, whichever key tells it: they begin on the day after the last covered day, or on the day they were bought, whichever is later. The same `id` with something else is refused. Needs a key of `registry:write`.',
  security: ['apiKey'],
  parameters: ['shopNumber'],
  request: {
    schema: {
      name: 'AddRegistryPackageRequest',
      schema: AddRegistryPackageRequest,
      description: 'A package as it was sold.',
      fields: {
        id: {
          ...PUT_FIELDS.edition,
          description: 'What your system calls this purchase, such as the number of the order.',
        },
        months: { description: 'Months of support.' },
        purchasedOn: { description: 'The day it was bought; today in Warsaw when left out.', format: 'date' },
      },
    },
    examples: { 'three months more': { id: 'ZAM/2026/11/0815', months: 3, purchasedOn: '2026-11-22' } },
  },
  answers: {
    200: { description: 'It was there already.', body: packageAnswer },
    201: { description: 'It is new.', body: packageAnswer },
  },
  problems: [
    'unauthorised',
    'scope-missing',
    'not-bought-directly',
    'not-found',
    'conflict',
    'idempotency-key-reused',
    ...OF_BODIES,
  ],
};
