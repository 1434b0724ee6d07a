import { readFileSync } from 'node:fs';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** The types of the contracts as JSON schemas; `npm run openapi` makes the file from libs/contracts. */
function contractSchemas(): Schemas {
  return JSON.parse(readFileSync(new URL('./contract-schemas.json', import.meta.url), 'utf8')) as Schemas;
}

/** The description of every route, its types those of libs/contracts. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder().setTitle('Kaosai 考赛').setDescription('HTTP API').setVersion('1').setOpenAPIVersion('3.1.0').addCookieAuth('kaosai_session').build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const contracts = contractSchemas();
  const dtos = document.components?.schemas ?? {};
  // A DTO is the validated class of the contract's interface: the description shows the interface.
  const renamed = new Map(Object.keys(dtos).map((name) => [name, name.replace(/Dto$/, '')] as const).filter(([, name]) => name in contracts));
  const text = JSON.stringify(document.paths).replace(/"#\/components\/schemas\/(\w+)"/g, (_, name: string) => `"#/components/schemas/${renamed.get(name) ?? name}"`);
  const kept = Object.fromEntries(Object.entries(dtos).filter(([name]) => !renamed.has(name)));
  return { ...document, paths: JSON.parse(text) as OpenAPIObject['paths'], components: { ...document.components, schemas: { ...kept, ...contracts } } };
}

/** `/api/docs` (a page) and `/api/docs-json`. */
export function serveApiDescription(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), { jsonDocumentUrl: 'api/docs-json' });
}
