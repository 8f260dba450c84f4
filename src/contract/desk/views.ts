import * as z from 'zod/mini';
import { plain } from '../text.ts';

/** The longest name of a kept view, in UTF-16 code units. */
export const LONGEST_VIEW_NAME = 60;

/** The most views that one agent keeps, and that all share. */
export const MOST_VIEWS = 50;

/** Of a view so many waiting tickets are counted, and no more: the desk shows them as “99+”. */
export const VIEW_COUNTS_TO = 100;

/** The views that everybody has without keeping them, each as in the desk's address. */
export const STANDING_VIEWS = ['?proof=unproven', '?support=over'] as const;

/** A list that is kept under a name. */
export const DeskView = z.object({
  id: z.number(),
  name: z.string(),
  /** as in the desk's address, such as `?assignee=none&tag=payu` */
  query: z.string(),
  isShared: z.boolean(),
});

export type DeskView = z.infer<typeof DeskView>;

/**
 * How many tickets that match a view wait for us, counted up to `VIEW_COUNTS_TO`: what the sections of the queue hold with
 * its filters, though the view shows others, too. Missing of a search, and of a filter that there is no more.
 */
const waiting = z.optional(z.number());

export const CountedView = z.extend(DeskView, { waiting });

export type CountedView = z.infer<typeof CountedView>;

/** `GET /api/desk/views`: the agent's own views, then the shared ones, each by name; and `STANDING_VIEWS`. */
export const listViews = {
  method: 'GET',
  path: '/api/desk/views',
  answer: z.object({
    views: z.array(CountedView),
    standing: z.array(z.object({ query: z.string(), waiting })),
  }),
};

export type ListedViews = z.infer<typeof listViews.answer>;

/**
 * `POST /api/desk/views`: keeps a view. One of the same name among the agent's own, or the shared ones, is kept anew, so that
 * again is the same; 409 `conflict` where there are `MOST_VIEWS`.
 */
export const keepView = { method: 'POST', path: '/api/desk/views', answer: DeskView };

export const KeepViewRequest = z.strictObject({
  name: plain(1, LONGEST_VIEW_NAME),
  query: z.string().check(z.maxLength(1000), z.regex(/^(\?[\w=&%+.~*-]*)?$/)),
  isShared: z.boolean(),
});

export type KeepViewRequest = z.infer<typeof KeepViewRequest>;

/** `POST /api/desk/views/:view`: another name. 404 for a view of another agent; shared ones are everybody's. */
export const renameView = { method: 'POST', path: '/api/desk/views/:view' };

export const RenameViewRequest = z.strictObject({ name: plain(1, LONGEST_VIEW_NAME) });

/** `DELETE /api/desk/views/:view`: 204. 404 as for renaming. */
export const removeView = { method: 'DELETE', path: '/api/desk/views/:view' };
