import type { Context } from 'hono';
import { ORIGINS, SIGNATURES, SUPPORT_STATES, TOPICS } from '../../contract/lists.ts';
import { ShopStatusRequest } from '../../contract/shops/requests.ts';
import { shopStatus } from '../../contract/shops/shop-status.ts';
import { readShopStatus } from '../../tickets/read-shop-status.ts';
import type { ApiDeps } from '../api-deps.ts';
import { count, FIELD, instant, typedLine } from '../docs/openapi/field-words.ts';
import type { Operation } from '../docs/openapi/operation.ts';
import { SAMPLE, SAMPLE_SHOP } from '../docs/openapi/samples.ts';
import { readCaller } from '../http/read-caller.ts';
import { readJson } from '../http/read-json.ts';
import { readLanguage } from '../http/read-language.ts';
import { EMERGENCY_PATH } from '../pages/emergency-page.ts';

/** `POST /api/v1/shop-status` */
export async function answerShopStatus(context: Context, deps: ApiDeps): Promise<Response> {
  const read = await readJson(context, ShopStatusRequest);
  if (!read.ok) return read.refusal;
  const status = await readShopStatus(deps, {
    request: read.request,
    origin: context.req.header('Origin') ?? null,
    caller: await readCaller(context, deps),
    language: readLanguage(context),
  });
  if (status.support.state === 'unrecognised') context.set('refusal', 'shop-unrecognised');
  // Whoever knows one shop could find out by this which hosts are others': it counts as a try.
  if (status.origin === 'other-shop') context.set('refusal', 'shop-mismatch');
  return context.json({
    ...status,
    mailed: deps.mail !== null,
    emergencyPage: deps.emergencyUrl ?? `${deps.publicUrl}${EMERGENCY_PATH}`,
  });
}

const opening = { openNow: false, text: 'pon.–pt. 8:00–16:00', nextOpening: '2026-11-23T07:00:00Z' };
const contacts = { email: 'pomoc@shopgold.pl', phone: null, rules: null, renewal: null, privacy: null };

/** The endpoint in the words of the API’s document. */
export const readShopStatusOperation: Operation = {
  endpoint: shopStatus,
  id: 'readShopStatus',
  tag: 'Shop',
  summary: 'Where a shop stands with its support',
  description:
    'Whether the shop has support and until when, what it may ask about, and how to reach us. Every pair of number and address that names no shop of ours gets the same answer, whatever page asks.',
  security: ['nobody', 'shopSession'],
  parameters: ['acceptLanguage'],
  request: {
    schema: {
      name: 'ShopStatusRequest',
      schema: ShopStatusRequest,
      description: 'Which shop.',
      fields: {
        supportNumber: FIELD.supportNumber,
        installUrl: FIELD.installUrl,
        shopVersion: typedLine('The version that the panel shows; counts more than the one we have on record.'),
      },
    },
    examples: { 'a shop': { ...SAMPLE_SHOP, shopVersion: '10.4.2' } },
  },
  answers: {
    200: {
      description: 'Where it stands, also when it is not recognised.',
      body: {
        schema: {
          name: 'ShopStatus',
          schema: shopStatus.answer,
          description: 'Where a shop stands with its support.',
          fields: {
            origin: {
              description:
                'Whose the asking page is, by the `Origin` of the request: of an address we hold for this shop, only of other shops’, or of nobody we know. A ticket from `other-shop` needs `fromOtherShop`.',
              enum: [...ORIGINS],
            },
            shop: { description: 'The shop as it is registered: remember this spelling. Null when not recognised.' },
            'shop.supportNumber': { description: 'Its support number.' },
            'shop.host': { description: 'The host of its address, to show to people.' },
            signature: {
              description: 'Whether a ticket needs the shop’s session: without it a shop that requires one refuses.',
              enum: [...SIGNATURES],
            },
            seller: { description: 'Who sold a shop that was not bought from the vendor, where that is known.' },
            support: { description: 'Its support.' },
            'support.state': { description: 'Whether it has support.', enum: [...SUPPORT_STATES] },
            'support.lastDay': {
              description:
                'The last day of support, in Warsaw; null before the purchase, and where there never was support.',
              format: 'date',
            },
            'support.firstDay': {
              description:
                'The day of a purchase that is still to come, when support begins; missing from that day on.',
              format: 'date',
            },
            'support.daysLeft': {
              description: 'Days of support left, today included.',
              type: ['integer', 'null'],
              minimum: 0,
            },
            promise: { description: 'What we promise for a question asked now.' },
            'promise.hours': count('Hours within which we answer.'),
            'promise.answerBy': {
              ...FIELD.answerBy,
              description: 'By when we answer a ticket on a promised topic that is sent now; null when there is none.',
            },
            usual: {
              description:
                'How soon most replies of the last 30 days came; null where too few say so, and where no reply is promised. No promise.',
            },
            'usual.minutes': count('Minutes within which three of four replies came, rounded up to hours.'),
            opening: { description: 'When the office is open.' },
            'opening.openNow': { description: 'Whether it is open now.' },
            'opening.text': { description: 'Its hours, in the language asked for.' },
            'opening.nextOpening': instant('When it opens next; null while it is open.', opening.nextOpening),
            topics: { description: 'What a ticket may be about, in the order to show; empty when not recognised.' },
            'topics.id': { description: 'The `topic` of a ticket.', enum: [...TOPICS] },
            'topics.label': { description: 'Its name in the language asked for.' },
            'topics.covered': { description: 'Whether support covers it. A ticket may be opened either way.' },
            'topics.rule': { description: 'The id of the rule that decides.' },
            'topics.promised': {
              description:
                'Whether we promise to answer a ticket on it: only then say so. The receipt and the thread agree.',
            },
            'topics.example': { description: 'What it is about for instance, to show under its name.' },
            'topics.note': {
              description: 'One sentence to show: why it is not covered, or where to find what it is about.',
            },
            'topics.link': {
              description: 'A page that the note speaks of; with `updates`, where to sign in for them.',
            },
            'topics.signs': {
              description:
                'Beginnings of words without accents that point to it, signs apart by commas: a form may propose the topic by them, and lets people choose.',
            },
            version: {
              description:
                'The shop’s version beside the current one; null when one of them is not known, and for shops without access to updates.',
            },
            'version.yours': { description: 'The shop’s version.' },
            'version.current': { description: 'The newest version.' },
            'version.behind': { description: 'Whether there is a newer one.' },
            contacts: { description: 'Other ways to us; null for what there is not.' },
            'contacts.email': { description: 'For when this service does not answer.' },
            'contacts.phone': { description: 'For outages only: show it once outage facts are ticked.' },
            'contacts.rules': { description: 'A page with the rules of support.' },
            'contacts.renewal': { description: 'A page where support is extended; null for who cannot.' },
            'contacts.privacy': { description: 'A page on privacy.' },
            mailed: { description: 'Whether replies go out by e-mail, too: otherwise they are read here only.' },
            emergencyPage: { description: 'A page that works while the panel does not: note it before it is needed.' },
            notices: { description: 'What to tell everybody now.' },
            'notices.id': { description: 'Names the notice.' },
            'notices.kind': { description: 'What it is about.', enum: ['incident', 'advisory', 'update'] },
            'notices.title': { description: 'In a few words.' },
            'notices.text': { description: 'In full, as plain text.' },
            'notices.since': instant('Since when.'),
          },
        },
        examples: {
          'support is active': {
            origin: 'own',
            shop: { supportNumber: SAMPLE.supportNumber, host: 'ksiegarnia-zuraw.pl' },
            signature: 'optional',
            seller: null,
            support: { state: 'active', lastDay: '2027-03-14', daysLeft: 113 },
            promise: { hours: 72, answerBy: SAMPLE.answerBy },
            opening,
            topics: [
              {
                id: 'configuration',
                label: 'Konfiguracja i opcje sklepu',
                covered: true,
                rule: 'C2',
                note: null,
                promised: true,
              },
            ],
            version: { yours: '10.4.2', current: '10.5.0', behind: true },
            contacts,
            mailed: true,
            emergencyPage: 'https://pomoc.example/awaria',
            notices: [],
          },
          'no such shop': {
            origin: 'unknown',
            shop: null,
            signature: 'optional',
            seller: null,
            support: { state: 'unrecognised', lastDay: null, daysLeft: null },
            promise: { hours: 72, answerBy: null },
            opening,
            topics: [],
            version: null,
            contacts,
            mailed: true,
            emergencyPage: 'https://pomoc.example/awaria',
            notices: [],
          },
        },
      },
    },
  },
  problems: ['malformed-json', 'too-large', 'unsupported-media-type', 'invalid-request'],
};
