import * as z from 'zod/mini';
import { DeskMacro } from './list-macros.ts';

/** The most macros at a time; archived ones do not count. */
export const MOST_MACROS = 200;

/**
 * `POST /api/desk/macros` with an `Idempotency-Key`: a new macro at the end of the list. 409 `list-full` when there are
 * `MOST_MACROS`; 422 when the key came with another text.
 */
export const addDeskMacro = { method: 'POST', path: '/api/desk/macros', answer: DeskMacro };

/** `POST /api/desk/macros/:macro`: 204; 409 `conflict` when somebody changed it meanwhile. */
export const changeDeskMacro = { method: 'POST', path: '/api/desk/macros/:macro' };

/**
 * `POST /api/desk/macros/:macro/archived`: archives a macro, or restores it at the end of the list. 204; 409
 * `list-full`.
 */
export const archiveDeskMacro = { method: 'POST', path: '/api/desk/macros/:macro/archived' };

/**
 * `POST /api/desk/macros/order`: all macros in their new order. 204; 409 `conflict` when the list was changed
 * meanwhile.
 */
export const orderDeskMacros = { method: 'POST', path: '/api/desk/macros/order' };

/** `GET /api/desk/macros/archived`: the archived macros, the last archived first; at most `MOST_MACROS`. */
export const listArchivedMacros = {
  method: 'GET',
  path: '/api/desk/macros/archived',
  answer: z.object({ macros: z.array(DeskMacro) }),
};
