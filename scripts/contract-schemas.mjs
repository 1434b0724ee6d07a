/** Makes the JSON schemas of the API's description from the types of libs/contracts. */
import { createGenerator } from 'ts-json-schema-generator';

const reference = /"#\/definitions\/((?:[^"\\]|\\.)+)"/g;
/** `ChoiceContent<"single">` becomes `ChoiceContent_single`. */
const plainName = (name) => name.replace(/\W+/g, '_').replace(/_$/, '');

/** Answers `{ [type]: schema }` with references as OpenAPI wants them, in alphabetical order. */
export function contractSchemas(root) {
  const { definitions = {} } = createGenerator({ path: `${root}/libs/contracts/src/*.ts`, tsconfig: `${root}/tsconfig.json`, type: '*', skipTypeCheck: true, expose: 'export', additionalProperties: false, encodeRefs: false }).createSchema('*');
  const wanted = new Set(Object.keys(definitions).filter((name) => /^\w+$/.test(name) && !/^(ClientEvents|ServerEvents|ErrorCode|ErrorText|errorCatalogue|errorText)$/.test(name)));
  // A type with arguments stands in the description only when another one needs it.
  for (const name of wanted) for (const [, found] of JSON.stringify(definitions[name]).matchAll(reference)) wanted.add(JSON.parse(`"${found}"`));
  const named = [...wanted].map((name) => [plainName(name), definitions[name]]).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(Object.fromEntries(named));
  return JSON.parse(text.replace(reference, (_, name) => `"#/components/schemas/${plainName(JSON.parse(`"${name}"`))}"`));
}
