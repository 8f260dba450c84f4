import * as z from 'zod/mini';

/** `GET /api/desk/macros`: texts to put into an answer. `{numer}`, `{sklep}`, `{imie}` and `{termin}` stand for what the ticket says. */
export const listDeskMacros = {
  method: 'GET',
  path: '/api/desk/macros',
  answer: z.object({
    macros: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        /** `scope` quotes a rule of the vendor (N1–N10), `own` is anything else */
        kind: z.string(),
      }),
    ),
  }),
};

export type DeskMacro = z.infer<typeof listDeskMacros.answer>['macros'][number];
