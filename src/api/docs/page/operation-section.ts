import { html } from 'hono/html';
import type { MediaType, OpenApiDocument, OperationObject, ResponseObject } from '../openapi/document-shape.ts';
import { schemaLink } from './schema-table.ts';
import { anchor, type Html, inline, json, NOTHING, paragraphs } from './to-html.ts';

/** The section of one endpoint: its description, request and responses. */
export function operationSection(document: OpenApiDocument, method: string, path: string, operation: OperationObject) {
  const { operationId, summary, description, requestBody, responses } = operation;
  const answers = Object.entries(responses);
  return html`<section>
    <h3 id="${anchor('operation', operationId)}">${summary}</h3>
    <p class="address"><b>${method.toUpperCase()}</b> <code>${path}</code></p>
    ${paragraphs(description)}
    <p>${whoMayAsk(operation)}</p>
    ${parameterTable(document, operation)}
    ${requestBody ? html`<h4>Request body</h4>${bodyOf(requestBody.content)}` : NOTHING}
    <h4>Answers</h4>
    ${answers.filter(([status]) => Number(status) < 400).map(([status, answer]) => answerOf(status, answer))}
    ${refusalTable(
      `Refusals of “${summary}”`,
      answers.filter(([status]) => Number(status) >= 400),
    )}
  </section>`;
}

const SCHEME_WORDS: Record<string, string> = {
  ticketToken: 'the ticket’s token',
  shopSession: 'a session of the shop',
  linkSession: 'a session by the ticket’s link',
  apiKey: 'a key of a system',
};

function whoMayAsk({ security }: OperationObject): Html {
  const ways = security.flatMap((way) => Object.keys(way)).map((scheme) => SCHEME_WORDS[scheme] ?? scheme);
  if (ways.length === 0) return html`Anybody may ask.`;
  const isNeeded = security.every((way) => Object.keys(way).length > 0);
  return inline(
    `${isNeeded ? 'Needs' : 'Anybody may ask; may carry'} \`Authorization: Bearer\` with ${ways.join(' or ')}.`,
  );
}

function parameterTable({ components }: OpenApiDocument, { summary, parameters }: OperationObject): Html {
  if (parameters.length === 0) return NOTHING;
  const rows = parameters.map(({ $ref }) => {
    const parameter = components.parameters[$ref.split('/').at(-1) ?? ''];
    if (!parameter) throw new Error(`There is no ${$ref}`);
    return html`<tr>
      <th scope="row"><code>${parameter.name}</code>${parameter.required ? NOTHING : html` <small>optional</small>`}</th>
      <td>${parameter.in}</td>
      <td>${inline(parameter.description)}${parameter.example ? html` <span class="values">Such as <code>${parameter.example}</code></span>` : NOTHING}</td>
    </tr>`;
  });
  return html`<table>
    <caption>Parameters of “${summary}”</caption>
    <thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Meaning</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
}

function answerOf(status: string, { description, headers = {}, content = {} }: ResponseObject): Html {
  const names = Object.keys(headers).map((name) => `\`${name}\``);
  return html`<p><b>${status}</b> ${inline(description)} ${names.length > 0 ? inline(`Headers: ${names.join(', ')}.`) : NOTHING}</p>
    ${bodyOf(content)}`;
}

function bodyOf(content: Record<string, MediaType>): Html {
  const [first] = Object.values(content);
  if (!first) return NOTHING;
  const types = Object.keys(content).map((type) => `\`${type}\``);
  const examples = Object.entries(first.examples ?? {});
  return html`<p>${inline(types.join(', '))}${first.schema?.$ref ? html`: ${schemaLink(first.schema.$ref)}` : NOTHING}</p>
    ${examples.map(([name, { value }]) => html`<details><summary>Example: ${name}</summary>${json(value)}</details>`)}`;
}

/** A table of refusals by status, one code in a row. */
export function refusalTable(caption: string, answers: [status: string, ResponseObject][]): Html {
  const rows = answers.flatMap(([status, { description, content }]) => {
    const codes = Object.keys(content?.['application/problem+json']?.examples ?? {});
    return description.split('\n\n').map(
      (words, place) => html`<tr>
        <th scope="row"><code>${codes[place]}</code></th>
        <td>${status}</td>
        <td>${inline(words.replace(/^`[\w-]+`: /, ''))}</td>
      </tr>`,
    );
  });
  return html`<table>
    <caption>${caption}, as ${schemaLink('Problem')}</caption>
    <thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Why, and what to do</th></tr></thead>
    <tbody>${rows}</tbody>
  </table>`;
}
