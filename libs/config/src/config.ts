import { plainToInstance, Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';
import { resolve } from 'node:path';

const flag = ({ value }: { value: unknown }): unknown => (value === undefined ? value : value === true || value === '1' || value === 'true');
const postgresUrl = { protocols: ['postgres', 'postgresql'], require_tld: false, require_host: false };

/** The one configuration object. Only this library reads the environment, once. */
export class AppConfig {
  /** Connection of the app's role (`kaosai_app`), which has no DDL. */
  @IsString() @MinLength(12)
  readonly databaseUrl: string;

  /** Connection of the owner (`kaosai_owner`); needed by whoever migrates. */
  @IsOptional() @IsString() @MinLength(12)
  readonly databaseOwnerUrl?: string;

  /** Queue and fan-out go over Redis when set, over PostgreSQL otherwise. */
  @IsOptional() @IsUrl({ ...postgresUrl, protocols: ['redis', 'rediss'] })
  readonly redisUrl?: string;

  @Type(() => Number) @IsInt() @Min(0) @Max(65535)
  readonly port: number = 3000;

  @IsString()
  readonly host: string = 'localhost';

  /** Where uploaded files are kept. */
  @IsString()
  readonly dataDirectory: string = resolve('.data');

  /** The built web client. */
  @IsString()
  readonly webDirectory: string = resolve('dist/web');

  /** Demo data and demo passwords; honoured only while listening on loopback. */
  @Transform(flag) @IsBoolean()
  readonly demo: boolean = false;

  /** As browsers see the site, for example `https://exam.example.org`; the same origin as the request's Host when unset. */
  @IsOptional() @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  readonly publicUrl?: string;

  /** Behind a reverse proxy of ours: believe X-Forwarded-For and -Proto. */
  @Transform(flag) @IsBoolean()
  readonly trustProxy: boolean = false;

  @IsIn(['production', 'development', 'test'])
  readonly environment: string = 'production';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  readonly logLevel: string = 'info';

  /** The schema BullMQ keeps its tables in. */
  @IsString()
  readonly queueSchema: string = 'bullmq';

  /** Connections to the database per process. */
  @Type(() => Number) @IsInt() @Min(2) @Max(200)
  readonly databasePool: number = 20;

  /** 32 bytes in Base64 that wrap the keys of sealed papers; the same in every process, and never in the database. Without it papers cannot be sealed. */
  @IsOptional() @Matches(/^[A-Za-z0-9+/]{43}=$/)
  readonly sealKey?: string;

  /** Sweepers run in every worker; a test may switch them off. */
  @Transform(flag) @IsBoolean()
  readonly sweepers: boolean = true;

  /** True when the server listens on loopback only. */
  get onLoopback(): boolean {
    return ['localhost', '127.0.0.1', '::1'].includes(this.host);
  }
}

const variables: Record<string, keyof AppConfig> = {
  DATABASE_URL: 'databaseUrl',
  DATABASE_OWNER_URL: 'databaseOwnerUrl',
  REDIS_URL: 'redisUrl',
  PORT: 'port',
  HOST: 'host',
  KAOSAI_DATA: 'dataDirectory',
  KAOSAI_WEB: 'webDirectory',
  KAOSAI_DEMO: 'demo',
  KAOSAI_PUBLIC_URL: 'publicUrl',
  KAOSAI_TRUST_PROXY: 'trustProxy',
  NODE_ENV: 'environment',
  LOG_LEVEL: 'logLevel',
  KAOSAI_QUEUE_SCHEMA: 'queueSchema',
  KAOSAI_DATABASE_POOL: 'databasePool',
  KAOSAI_SEAL_KEY: 'sealKey',
  KAOSAI_SWEEPERS: 'sweepers',
};

/**
 * Reads and validates the configuration.
 * @throws Error naming every variable that is missing or wrong; values are not repeated, they may be secrets.
 */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): AppConfig {
  const plain: Record<string, unknown> = {};
  for (const [variable, field] of Object.entries(variables)) {
    const value = environment[variable];
    if (value !== undefined && value !== '') plain[field] = value;
  }
  const config = plainToInstance(AppConfig, plain, { exposeDefaultValues: true });
  const wrong = validateSync(config, { whitelist: true });
  if (wrong.length > 0) {
    const nameOf = (field: string): string => Object.keys(variables).find((name) => variables[name] === field) ?? field;
    throw new Error(`Configuration: ${wrong.map(({ property, constraints }) => `${nameOf(property)} (${Object.keys(constraints ?? {}).join(', ')})`).join('; ')}`);
  }
  return config;
}
