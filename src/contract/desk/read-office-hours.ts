import * as z from 'zod/mini';

/**
 * `GET /api/desk/office-hours`: the stretches of time in which the office is open, in their order, from today to the
 * farthest day of a follow-up: days off are left out.
 */
export const readOfficeHours = {
  method: 'GET',
  path: '/api/desk/office-hours',
  answer: z.object({ stretches: z.array(z.object({ from: z.string(), to: z.string() })) }),
};
