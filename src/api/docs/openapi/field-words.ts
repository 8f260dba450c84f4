import { CHANNELS, CUSTOMER_STATUSES, SUPPORT_STATES, TICKET_STATUSES, TOPICS } from '../../../contract/lists.ts';
import { CONTROL_CHARACTERS } from '../../../contract/shapes.ts';
import type { JsonSchema } from './operation.ts';
import { SAMPLE } from './samples.ts';

/** A pattern of what the check of `CONTROL_CHARACTERS` accepts; in a line, line feeds are refused too. */
const NOT_REFUSED = CONTROL_CHARACTERS.source.replace('[', '^[^');
const TEXT = `${NOT_REFUSED}*$`;
const LINE = `${NOT_REFUSED.replace(']', '\\n]')}*$`;

/**
 * A text that people typed. The description says what the schema cannot: white space does not count towards the least
 * length, and lone surrogates are refused.
 */
export function typedText(description: string, least = 1): JsonSchema {
  return { description: `${description}${counted(least)}`, ...(least > 0 && { minLength: least }), pattern: TEXT };
}

/** As `typedText`, without line feeds. */
export function typedLine(description: string, least = 1): JsonSchema {
  return { ...typedText(description, least), pattern: LINE };
}

function counted(least: number): string {
  return least > 1 ? ` At least ${least} characters besides white space at its ends.` : '';
}

/** An instant with its description. */
export function instant(description: string, example: string = SAMPLE.receivedAt): JsonSchema {
  return { description, format: 'date-time', pattern: 'Z$', examples: [example] };
}

/** A count with its description. */
export function count(description: string): JsonSchema {
  return { description, type: 'integer', minimum: 0 };
}

/** Fields with the same meaning in every schema. */
export const FIELD = {
  supportNumber: { description: 'The shop’s support number, its case kept.', examples: [SAMPLE.supportNumber] },
  installUrl: {
    ...typedLine('The address where the shop is installed, as its owner or its page writes it.'),
    examples: [SAMPLE.installUrl],
  },
  number: {
    description: 'The ticket’s number: digits, the last of which is a Damm check digit. A name, not a secret.',
    pattern: '^[1-9]\\d{1,15}$',
    examples: [SAMPLE.number],
  },
  subject: { description: 'What it is about, in a few words, as typed.' },
  status: { description: 'Where the ticket stands.', enum: [...TICKET_STATUSES] },
  topic: {
    description:
      'What the ticket is about. `N1` to `N10` are what the rules do not cover: such a ticket is taken and marked.',
    enum: [...TOPICS],
  },
  corrected: {
    description:
      'What an agent made of the topic, where that is not what was sent, or is outside support; null otherwise. `topic` is the one that counts.',
  },
  correctedTopic: { description: 'The topic in words, in the language of `Accept-Language`.' },
  correctedNote: { description: 'One sentence to show when support does not include it; null otherwise.' },
  withoutSupport: {
    description: 'The support of the shop, where the last word was taken without it; null of every other ticket.',
    enum: [...SUPPORT_STATES.filter((state) => state !== 'active'), null],
  },
  channel: {
    description: 'How the ticket came. Derived by the service; `panel` goes before `form`.',
    enum: [...CHANNELS],
  },
  receivedAt: instant('When it came.'),
  waitingSince: instant('Since when the customer waits for a reply; null when none is owed.'),
  answerBy: {
    ...instant(
      'By when a reply is promised; null when none is owed, or none is promised though the customer waits.',
      SAMPLE.answerBy,
    ),
  },
  followUpAt: instant(
    'By when we said that we write again; null when we said no such thing, or did it. It stays beside a promise that began since.',
  ),
  helped: {
    description: 'Whether the customer said that the solution helped; false also while they said nothing.',
  },
  moves: {
    description: 'The statuses that the customer may set now by `POST …/status`.',
    items: { type: 'string', enum: [...CUSTOMER_STATUSES] },
  },
  attachments: {
    description: 'Ids of files that were uploaded whole before, by the same token or session. In their order.',
    uniqueItems: true,
  },
} satisfies Record<string, JsonSchema>;
