import type { JsonSchema } from './operation.ts';

/** An OpenAPI 3.1 document, as far as anybody here looks into it. */
export interface OpenApiDocument {
  openapi: '3.1.1';
  info: { title: string; version: string; description: string; license: object };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, OperationObject>>;
  components: {
    schemas: Record<string, JsonSchema>;
    parameters: Record<string, ParameterObject>;
    headers: Record<string, HeaderObject>;
    responses: Record<string, ResponseObject>;
    securitySchemes: Record<string, { type: string; scheme: string; description: string }>;
  };
}

/** An operation of the document. */
export interface OperationObject {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters: { $ref: string }[];
  requestBody?: { required: true; content: Record<string, MediaType> };
  responses: Record<string, ResponseObject>;
}

/** What one status answers. */
export interface ResponseObject {
  description: string;
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, MediaType>;
}

/** A body in one media type; bytes have no schema. */
export interface MediaType {
  schema?: JsonSchema;
  examples?: Record<string, { value: unknown }>;
}

/** A header of an answer. */
export interface HeaderObject {
  description: string;
  required: boolean;
  schema: JsonSchema;
  example?: string;
}

/** A part of a path, query or header that is read. */
export interface ParameterObject {
  name: string;
  in: string;
  description: string;
  required?: boolean;
  schema: JsonSchema;
  example?: string;
}
