import * as z from 'zod/mini';
import { SECTIONS } from '../lists.ts';

const instant = z.iso.datetime({ precision: 3 });

/** The parts of a queue's cursor: section, the instant of the order, then the sort key of the last ticket. */
export const QueueCursorParts = z.tuple([z.enum(SECTIONS), instant, instant, instant, z.number(), z.number()]);
