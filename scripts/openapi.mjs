/**
 * `npm run openapi`: makes the API's description and the web client's types anew.
 * libs/contracts → contract-schemas.json → the running server's description → apps/api/openapi.json → the client's types.
 */
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { build } from './building/index.mjs';
import { contractSchemas } from './contract-schemas.mjs';
import { root } from './launch/places.mjs';

export const places = {
  schemas: join(root, 'apps/api/src/openapi/contract-schemas.json'),
  description: join(root, 'apps/api/openapi.json'),
  types: join(root, 'apps/web/src/api/generated/schema.d.ts'),
};

/** The schemas file as it should be. */
export const schemasText = () => `${JSON.stringify(contractSchemas(root), null, 1)}\n`;

/** The description file as it should be. */
export const descriptionText = (description) => `${JSON.stringify({ ...description, servers: [] }, null, 1)}\n`;

/** The client's types of a description. */
export async function typesText(description) {
  return `/* Made by \`npm run openapi\`; do not edit. */\n${astToString(await openapiTS(structuredClone(description), { alphabetize: true }))}`;
}

/** What is committed now. */
export const committed = () => Object.fromEntries(Object.entries(places).map(([name, file]) => [name, readFileSync(file, 'utf8')]));

if (process.argv[1] === import.meta.filename) {
  writeFileSync(places.schemas, schemasText());
  await build({ backend: true, web: false, log: (line) => process.stderr.write(`${line}\n`) });
  const { describeRunningServer } = await import('./openapi-server.mjs');
  const description = await describeRunningServer();
  writeFileSync(places.description, descriptionText(description));
  mkdirSync(join(places.types, '..'), { recursive: true });
  writeFileSync(places.types, await typesText(description));
}
