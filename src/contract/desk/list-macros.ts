import * as z from 'zod/mini';
import type { FollowUpPreset, ReplyStatus } from '../lists.ts';
import { openEnum } from '../open-enum.ts';
import { AgentName } from './queue-row.ts';

/** A text to insert into a reply. `{numer}`, `{sklep}`, … are replaced by the ticket's values. */
export const DeskMacro = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** `scope` quotes a rule of the vendor (N1–N10) and cannot be changed, `own` is any other */
  kind: openEnum<'scope' | 'own'>(),
  /** the status that a reply with it sets; null leaves that to the agent */
  status: z.nullable(openEnum<ReplyStatus>()),
  /** by when a reply with it says that we write again: `{termin}` names that time; only with `in-progress` */
  followUp: z.nullable(openEnum<FollowUpPreset>()),
  /** grows with every change; 0 for those that cannot be changed */
  version: z.number(),
  /** null for a macro that came with the program */
  changed: z.nullable(z.object({ at: z.string(), by: AgentName })),
});

export type DeskMacro = z.infer<typeof DeskMacro>;

/** `GET /api/desk/macros`: the offered macros, in their order, then the rules on what is not covered; and what ends each reply. */
export const listDeskMacros = {
  method: 'GET',
  path: '/api/desk/macros',
  answer: z.object({
    macros: z.array(DeskMacro),
    /** where `{agent}` stands for the agent's name; null where replies end without one */
    signature: z.nullable(z.string()),
  }),
};

export type DeskMacros = z.infer<typeof listDeskMacros.answer>;
