import { LICENCE_STATES, SHOP_FACTS, SUPPORT_STATES } from '../../contract/lists.ts';
import { RegistryShop } from '../../contract/registry/registry-shop.ts';
import { FIELD, instant, typedLine, typedText } from '../docs/openapi/field-words.ts';
import type { JsonSchema } from '../docs/openapi/operation.ts';
import { SAMPLE } from '../docs/openapi/samples.ts';

const day = (description: string): JsonSchema => ({ description, format: 'date' });

/** What each fact of a shop is, the same in what is sent and what is read. */
const FACTS = {
  edition: 'The edition as sold, such as `STANDARD` or `PREMIUM`. STANDARD has no installation by us (C1).',
  purchasedOn: 'The day the licence was bought, in Warsaw. Support runs from it; from a day to come only then (R2).',
  supportMonths: 'Months of support that came with the licence, usually 3 or 6 (R2).',
  boughtDirectly: 'Whether it was bought from us; otherwise its seller gives the support (R3).',
  licenceState: 'Whether the licence was breached, which suspends updates and nothing else (C3).',
  shopName: 'The name of the shop, for people.',
  contactEmail: 'The e-mail address of the licence’s owner.',
  shopVersion: 'The version that it runs; null where it is not known.',
  installedOn: 'The day on which we did the one installation that support covers (C1); null where we did not.',
  individualTerms: 'What was agreed before the purchase (N5). Its owner is told that there is something, agents what.',
  purchaseAccount: 'The account that bought it, where its updates are (C3). For agents.',
  seller: 'Who sold it, where we did not (R3).',
  note: 'A note for agents.',
} as const;

/** The fields of what another system tells of a shop. */
export const PUT_FIELDS: Record<string, JsonSchema> = {
  installUrl: {
    ...FIELD.installUrl,
    description: 'Where the shop is (C5). Another one than before moves it: the old one counts for twelve months more.',
  },
  panelUrls: { description: 'Addresses of its panel alone, added to those it has. None is ended.' },
  edition: typedLine(FACTS.edition),
  purchasedOn: day(FACTS.purchasedOn),
  supportMonths: { description: FACTS.supportMonths },
  boughtDirectly: { description: `${FACTS.boughtDirectly} Left out: as before, true for a new shop.` },
  licenceState: { description: `${FACTS.licenceState} Left out: as before, \`valid\` for a new shop.` },
  shopName: typedLine(FACTS.shopName),
  contactEmail: { description: FACTS.contactEmail },
  shopVersion: { description: FACTS.shopVersion },
  installedOn: day(FACTS.installedOn),
  individualTerms: typedText(FACTS.individualTerms),
  purchaseAccount: typedLine(FACTS.purchaseAccount),
  seller: typedLine(FACTS.seller),
  note: typedText(FACTS.note),
};

/** The fields of a shop as it is read. */
const SHOP_FIELDS: Record<string, JsonSchema> = {
  supportNumber: FIELD.supportNumber,
  installUrl: { description: 'Where the shop is.' },
  panelUrls: { description: 'Addresses of its panel alone.' },
  edition: { description: FACTS.edition },
  purchasedOn: day(FACTS.purchasedOn),
  supportMonths: { description: FACTS.supportMonths, type: 'integer', minimum: 1 },
  boughtDirectly: { description: FACTS.boughtDirectly },
  licenceState: { description: FACTS.licenceState, enum: [...LICENCE_STATES] },
  shopName: { description: FACTS.shopName },
  contactEmail: { description: FACTS.contactEmail },
  shopVersion: { description: FACTS.shopVersion },
  installedOn: day(FACTS.installedOn),
  individualTerms: { description: FACTS.individualTerms },
  purchaseAccount: { description: FACTS.purchaseAccount },
  seller: { description: FACTS.seller },
  note: { description: FACTS.note },
  endedAt: instant('When the registry gave it up: it is recognised no more. Put it again to bring it back.'),
  support: { description: 'Its support today.' },
  'support.state': { description: 'Whether it has support now.', enum: [...SUPPORT_STATES] },
  'support.lastDay': day('The last covered day; null before the purchase, and unless active or expired.'),
  'support.firstDay': day(
    'The day of a purchase that is still to come, when support begins; missing from that day on.',
  ),
  'support.daysLeft': {
    description: 'Days of support left, today included.',
    type: ['integer', 'null'],
    minimum: 0,
  },
  packages: { description: 'Extension packages, as they were added (R4).' },
  'packages.id': { description: 'What the other system called it; null where an agent added it.' },
  'packages.purchasedOn': day('The day it was bought.'),
  'packages.months': { description: 'Months of support.', type: 'integer', minimum: 1 },
};

/** The schema of a shop that is read. */
export const REGISTRY_SHOP = {
  name: 'RegistryShop',
  schema: RegistryShop,
  description: 'A shop of the registry. Nothing of its tickets.',
  fields: SHOP_FIELDS,
};

/** The fields of an answer that tells a shop and what to look at. */
export const ANSWER_FIELDS: Record<string, JsonSchema> = {
  shop: { description: 'The shop as it stands now.' },
  warnings: { description: 'What may be right, and seldom is. Nothing was refused for it.' },
  'warnings.code': {
    description: 'What to look at.',
    enum: ['future-purchase', 'odd-months', 'same-domain'],
  },
  'warnings.text': { description: 'The same in Polish, for people.' },
};

/** The field that says which facts are others than before. */
export const CHANGED_FIELD: JsonSchema = {
  description: 'The facts that are others than before; empty for a new shop, and when the same is told again.',
  items: { type: 'string', enum: [...SHOP_FACTS] },
};

/** A shop in the examples. */
export const SAMPLE_REGISTRY_SHOP = {
  supportNumber: SAMPLE.supportNumber,
  installUrl: SAMPLE.installUrl,
  panelUrls: [],
  edition: 'PREMIUM',
  purchasedOn: '2026-11-22',
  supportMonths: 6,
  boughtDirectly: true,
  licenceState: 'valid',
  shopName: 'Księgarnia Żuraw',
  contactEmail: 'biuro@ksiegarnia-zuraw.pl',
  shopVersion: null,
  installedOn: null,
  individualTerms: null,
  purchaseAccount: 'zakupy@ksiegarnia-zuraw.pl',
  seller: null,
  note: null,
  endedAt: null,
  support: { state: 'active', lastDay: '2027-05-22', daysLeft: 182 },
  packages: [],
};
