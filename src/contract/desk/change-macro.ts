import * as z from 'zod/mini';
import { FOLLOW_UP_PRESETS, REPLY_STATUSES } from '../lists.ts';
import { line, text } from '../text.ts';
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

/** Longest title and text, in UTF-16 code units. */
export const MACRO_LIMITS = { title: 80, text: 5000 } as const;

const macroFields = {
  title: line(1, MACRO_LIMITS.title),
  text: text(1, MACRO_LIMITS.text),
  status: z.nullable(z.enum(REPLY_STATUSES)),
  followUp: z.nullable(z.enum(FOLLOW_UP_PRESETS)),
};

/** What we write again about is in progress. */
const fits = z.refine<{ status: string | null; followUp: string | null }>(
  ({ status, followUp }) => followUp === null || status === 'in-progress',
  { path: ['followUp'], error: 'not-allowed' },
);

export const AddMacroRequest = z.strictObject(macroFields).check(fits);
/** `version` is the one that the change is based on */
export const ChangeMacroRequest = z.strictObject({ ...macroFields, version: z.number().check(z.int()) }).check(fits);
export const ArchiveMacroRequest = z.strictObject({ isArchived: z.boolean() });
export const OrderMacrosRequest = z.strictObject({
  ids: z.array(z.string().check(z.regex(/^[\w-]{1,40}$/))).check(z.maxLength(MOST_MACROS)),
});

export type MacroFields = z.infer<typeof AddMacroRequest>;
