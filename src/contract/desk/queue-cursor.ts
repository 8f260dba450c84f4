import * as z from 'zod/mini';
import { SECTIONS } from './read-queue.ts';

const instant = z.iso.datetime({ precision: 3 });

/** What a cursor of the queue is made of: section, the instant of the order, then what the last ticket is ordered by. */
export const QueueCursorParts = z.tuple([z.enum(SECTIONS), instant, instant, instant, z.number(), z.number()]);
