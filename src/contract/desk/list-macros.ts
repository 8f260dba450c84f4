import * as z from 'zod/mini';
import { AgentName } from './queue-row.ts';

/** A text to put into an answer. `{numer}`, `{sklep}`, … in it stand for what the ticket says. */
export const DeskMacro = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  /** `scope` quotes a rule of the vendor (N1–N10) and is not changed here, `own` is anything else */
  kind: z.string(),
  /** where an answer with it leaves the ticket; null leaves that to whoever answers */
  status: z.nullable(z.string()),
  /** grows with every change; 0 for those that do not change */
  version: z.number(),
  /** null as it came with the program */
  changed: z.nullable(z.object({ at: z.string(), by: AgentName })),
});

export type DeskMacro = z.infer<typeof DeskMacro>;

/** `GET /api/desk/macros`: the texts that are offered, in their order, then the rules on what is not covered. */
export const listDeskMacros = {
  method: 'GET',
  path: '/api/desk/macros',
  answer: z.object({ macros: z.array(DeskMacro) }),
};
