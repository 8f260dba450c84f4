import * as z from 'zod/mini';
import { line, text } from '../text.ts';
import { MOST_MACROS } from './change-macro.ts';
import { ReplyToTicketRequest } from './replies-and-notes-request.ts';

/** Longest title and text, in UTF-16 code units. */
export const MACRO_LIMITS = { title: 80, text: 5000 } as const;

const macroFields = {
  title: line(1, MACRO_LIMITS.title),
  text: text(1, MACRO_LIMITS.text),
  status: z.nullable(ReplyToTicketRequest.shape.status),
};

export const AddMacroRequest = z.strictObject(macroFields);
/** `version` is the one that the change is based on */
export const ChangeMacroRequest = z.strictObject({ ...macroFields, version: z.number().check(z.int()) });
export const ArchiveMacroRequest = z.strictObject({ isArchived: z.boolean() });
export const OrderMacrosRequest = z.strictObject({
  ids: z.array(z.string().check(z.regex(/^[\w-]{1,40}$/))).check(z.maxLength(MOST_MACROS)),
});

export type MacroFields = z.infer<typeof AddMacroRequest>;
