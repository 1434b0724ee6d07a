import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Advice } from './messages.mjs';
import { root } from './places.mjs';

const loopback = ['localhost', '127.0.0.1', '::1'];

/**
 * Reads the command line, with the environment behind it.
 * @throws Advice when an option is unknown or wrong.
 */
export function readOptions(args, environment = process.env) {
  const { port, host, data, demo, help } = parse(args);
  const number = port ?? (environment.PORT || '3000');
  if (!/^\d+$/.test(number) || Number(number) < 1 || Number(number) > 65535) {
    throw new Advice(`端口应为 1 到 65535 的整数，而不是“${number}”。`, `A port is a whole number from 1 to 65535, not "${number}".`);
  }
  const address = host ?? (environment.HOST || 'localhost');
  const onLoopback = loopback.includes(address);
  return {
    help: Boolean(help),
    port: Number(number),
    host: address,
    onLoopback,
    data: resolve(data ?? (environment.KAOSAI_DATA || resolve(root, '.data'))),
    // Demo passwords are printed for everyone to read: never where others can reach the server.
    demo: onLoopback && demo !== false && environment.KAOSAI_DEMO !== '0',
    databaseUrl: environment.DATABASE_URL || undefined,
    databaseOwnerUrl: environment.DATABASE_OWNER_URL || undefined,
  };
}

function parse(args) {
  const options = { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' }, demo: { type: 'boolean' }, 'no-demo': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
  try {
    const { values } = parseArgs({ args, options, strict: true, allowPositionals: false });
    return { ...values, demo: values['no-demo'] ? false : values.demo };
  } catch (error) {
    const what = /'([^']+)'/.exec(error.message)?.[1] ?? args.join(' ');
    throw new Advice(`选项“${what}”有误。可用的选项见 npm start -- --help`, `Wrong option "${what}". See npm start -- --help`);
  }
}
