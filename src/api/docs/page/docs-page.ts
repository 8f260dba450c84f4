import { html } from 'hono/html';
import { PROBLEMS, type ProblemCode } from '../../../contract/problem.ts';
import type { OpenApiDocument, ResponseObject } from '../openapi/document-shape.ts';
import { operationSection, refusalTable } from './operation-section.ts';
import { schemaTable } from './schema-table.ts';
import { anchor, inline, paragraphs } from './to-html.ts';

/**
 * The page that describes the API, made from its document.
 *
 * Not a viewer from npm: of three that were tried none passed both a policy without inline styles and axe
 * (docs/decisions/0010-api-page.md). The page has no script.
 * @param paths the paths of its style sheet and of the document
 */
export function docsPage(document: OpenApiDocument, paths: { css: string; document: string }): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const ofTag = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag));
  const schemas = Object.entries(document.components.schemas);
  const page = html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <meta name="color-scheme" content="light dark">
  <title>${document.info.title}: the API</title>
  <link rel="stylesheet" href="${paths.css}">
</head>
<body>
  <header>
    <h1>${document.info.title}: the API</h1>
    ${paragraphs(document.info.description)}
    <p>The same for machines: <a href="${paths.document}">OpenAPI ${document.openapi.slice(0, 3)} document</a>. Client generators take it as it is.</p>
  </header>
  <nav aria-label="Contents">
    ${document.tags.map(
      ({ name }) => html`<p>${name}</p>
      <ul>${ofTag(name).map(
        ({ operation }) =>
          html`<li><a href="#${anchor('operation', operation.operationId)}">${operation.summary}</a></li>`,
      )}</ul>`,
    )}
    <p><a href="#authorization">Authorization</a></p>
    <p><a href="#other-refusals">Other refusals</a></p>
    <p><a href="#schemas">Schemas</a></p>
  </nav>
  <main>
    ${document.tags.map(
      ({ name, description }) => html`<h2>${name}</h2>
      <p>${description}</p>
      ${ofTag(name).map(({ method, path, operation }) => operationSection(document, method, path, operation))}`,
    )}
    <h2 id="authorization">Authorization</h2>
    <dl>${Object.entries(document.components.securitySchemes).map(
      ([name, { description }]) => html`<dt>${name}</dt><dd>${inline(description)}</dd>`,
    )}</dl>
    <h2 id="other-refusals">Other refusals</h2>
    ${refusalTable('Refusals of requests that no operation takes', otherRefusals(document))}
    <h2 id="schemas">Schemas</h2>
    ${schemas.map(
      ([name, schema]) => html`<section>
        <h3 id="${anchor('schema', name)}">${name}</h3>
        ${paragraphs(schema.description ?? '')}
        ${schemaTable(`Fields of ${name}`, schema)}
      </section>`,
    )}
  </main>
</body>
</html>`;
  return String(page);
}

function otherRefusals({ components }: OpenApiDocument): [string, ResponseObject][] {
  return Object.entries(components.responses).map(([code, response]) => [
    String(PROBLEMS[code as ProblemCode].status),
    response,
  ]);
}
