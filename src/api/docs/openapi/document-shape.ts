import type { JsonSchema } from './operation.ts';

/** An OpenAPI 3.1 document: the parts that are used here. */
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

/** The response of one status. */
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

/** A header of a response. */
export interface HeaderObject {
  description: string;
  required: boolean;
  schema: JsonSchema;
  example?: string;
}

/** A parameter in a path, query or header. */
export interface ParameterObject {
  name: string;
  in: string;
  description: string;
  required?: boolean;
  schema: JsonSchema;
  example?: string;
}
