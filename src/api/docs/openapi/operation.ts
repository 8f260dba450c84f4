import type * as z from 'zod/mini';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { AnswerHeaderName } from './answer-headers.ts';
import type { ParameterName } from './parameters.ts';
import type { SecuritySchemeName } from './security-schemes.ts';

/** A JSON Schema, draft 2020-12, as used in OpenAPI 3.1. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * A schema of the contract with its name in the document, and what the contract cannot say of its fields: descriptions,
 * and formats and values that the widget must not insist on. Fields are named by dotted paths; lists are skipped.
 */
export interface NamedSchema {
  name: string;
  schema: z.ZodMiniType;
  description: string;
  fields: Record<string, JsonSchema>;
}

/** A JSON body of a request or response, with examples by a name in plain words. */
export interface JsonBody {
  schema: NamedSchema;
  examples: Record<string, unknown>;
}

/** A binary body of a request or response, by media type. */
export interface BytesBody {
  mediaTypes: readonly string[];
}

/** One way in which an operation succeeds. */
export interface Answer {
  description: string;
  headers?: readonly AnswerHeaderName[];
  body?: JsonBody | BytesBody;
}

export const TAGS = {
  Shop: 'What a shop may count on, before anything is sent.',
  Tickets: 'From the first word to “solved”.',
  Sessions: 'For panels that sign who their shop is.',
  Links: 'For letters, and for the telephone: what opens one ticket on any computer.',
  Registry: 'For the vendor’s own systems: shops, licences and packages. A sale counts as soon as it is told.',
  Files: 'Pictures and documents that go with a message.',
} as const;

/** The description and examples of one endpoint. Its schemas are the contract's. */
export interface Operation {
  endpoint: { method: string; path: string };
  /** a name for generated clients, unique in the document */
  id: string;
  tag: keyof typeof TAGS;
  summary: string;
  description: string;
  /** accepted ways to authenticate, one of which is needed; `nobody` for none at all */
  security: readonly (SecuritySchemeName | 'nobody')[];
  parameters: readonly ParameterName[];
  request?: JsonBody | BytesBody;
  /** by status */
  answers: Record<number, Answer>;
  /** refusals besides those of every request */
  problems: readonly ProblemCode[];
}
