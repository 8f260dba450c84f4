import { FILE_HINDRANCES } from '../../../contract/lists.ts';
import { Message } from '../../../contract/tickets/message.ts';
import { count, instant } from './field-words.ts';
import type { NamedSchema } from './operation.ts';
import { SAMPLE } from './samples.ts';

/** A message, as `Ticket` lists it and as writing one answers it. */
export const messageSchema: NamedSchema = {
  name: 'Message',
  schema: Message,
  description: 'One message of a thread.',
  fields: {
    id: { description: 'Names the message for as long as it exists.' },
    from: { description: 'Who wrote it.', enum: ['customer', 'agent'] },
    author: { description: 'The writer’s name, if it is known.' },
    text: { description: 'Plain text, exactly as typed.' },
    at: instant('When it was written.'),
    attachments: { description: 'Its files, in the order in which they were attached.' },
    'attachments.id': { description: 'Get the file by this id.' },
    'attachments.name': {
      description:
        'The name to save it under: what the sender called it, with an ending that nothing runs; never a path, and not to be believed.',
    },
    'attachments.type': { description: 'Its media type by its bytes.' },
    'attachments.bytes': count('Its length in bytes.'),
    'attachments.width': count('Width of a picture, upright, in pixels; missing where its header does not tell.'),
    'attachments.height': count('Height of a picture, upright, in pixels; missing where its header does not tell.'),
    'attachments.hindrance': {
      description:
        'Why it cannot be had; missing where it can. `unscanned`: the virus scanner has not looked yet; `scan-failed`: it could not; `refused`: it found something; `freed`: the file was deleted, and `bytes` is 0.',
      enum: [...FILE_HINDRANCES],
    },
  },
};

export const SAMPLE_QUESTION = {
  id: `${SAMPLE.number}-1`,
  from: 'customer',
  author: 'Anna Żuraw',
  text: 'Gdzie ustawić próg tylko dla paczkomatów?',
  at: SAMPLE.receivedAt,
  attachments: [
    { id: SAMPLE.uploadId, name: 'zrzut ekranu.png', type: 'image/png', bytes: 48_213, width: 1280, height: 720 },
  ],
};
