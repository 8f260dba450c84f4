import { Message } from './message.ts';

/** `POST /tickets/:number/messages`: the customer writes on. Needs an `Idempotency-Key`. */
export const addMessage = { method: 'POST', path: '/api/v1/tickets/:number/messages', answer: Message };
