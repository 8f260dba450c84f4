import * as z from 'zod/mini';
import { DeskMacro } from './list-macros.ts';

/** The most ready texts there may be at a time; archived ones do not count. */
export const MOST_MACROS = 200;

/** `POST /api/desk/macros` with an `Idempotency-Key`: a new text at the end of the list. 409 `list-full` when there are `MOST_MACROS`; 422 when the key came with another text. */
export const addDeskMacro = { method: 'POST', path: '/api/desk/macros', answer: DeskMacro };

/** `POST /api/desk/macros/:macro`: 204; 409 `conflict` when somebody changed it meanwhile. */
export const changeDeskMacro = { method: 'POST', path: '/api/desk/macros/:macro' };

/** `POST /api/desk/macros/:macro/archived`: puts a text away, or brings it back to the end of the list. 204; 409 `list-full`. */
export const archiveDeskMacro = { method: 'POST', path: '/api/desk/macros/:macro/archived' };

/** `POST /api/desk/macros/order`: all texts in their new order. 204; 409 `conflict` when there are others by now. */
export const orderDeskMacros = { method: 'POST', path: '/api/desk/macros/order' };

/** `GET /api/desk/macros/archived`: the texts that were put away, the last one first; at most `MOST_MACROS`. */
export const listArchivedMacros = {
  method: 'GET',
  path: '/api/desk/macros/archived',
  answer: z.object({ macros: z.array(DeskMacro) }),
};
