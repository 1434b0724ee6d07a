/** Makes the JSON schemas of the API's description from the types of libs/contracts. */
import { createGenerator } from 'ts-json-schema-generator';

/** Answers `{ [type]: schema }` with references as OpenAPI wants them, in alphabetical order. */
export function contractSchemas(root) {
  const { definitions } = createGenerator({ path: `${root}/libs/contracts/src/*.ts`, tsconfig: `${root}/tsconfig.json`, type: '*', skipTypeCheck: true, expose: 'export', additionalProperties: false, encodeRefs: false }).createSchema('*');
  const named = Object.entries(definitions ?? {}).filter(([name]) => /^\w+$/.test(name) && !/^(ClientEvents|ServerEvents|ErrorCode|ErrorText|errorCatalogue|errorText)$/.test(name));
  const text = JSON.stringify(Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1))));
  return JSON.parse(text.replace(/"#\/definitions\//g, '"#/components/schemas/'));
}
