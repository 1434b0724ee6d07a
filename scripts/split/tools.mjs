import { spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, openSync, closeSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRoot, root } from '../launch/places.mjs';
import { identify } from '../launch/processes.mjs';
import { findInstalledBinaries } from '../postgres/index.mjs';

/** The names of the Debian packages that `npm run split` needs and this machine lacks. */
export function missingTools() {
  return [
    !findInstalledBinaries() && 'postgresql',
    !find('redis-server') && 'redis-server',
    !find('nginx') && 'nginx',
  ].filter(Boolean);
}

/** Starts a Redis of our own that keeps its data and never throws a job away. */
export async function startRedis({ directory, port, password }) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const configuration = join(directory, 'redis.conf');
  writeFileSync(configuration, `bind 127.0.0.1\nport ${port}\ndir ${JSON.stringify(directory)}\nappendonly yes\nappendfsync everysec\nsave ""\nmaxmemory-policy noeviction\nrequirepass ${password}\n`, { mode: 0o600 });
  const redis = start(find('redis-server'), [configuration], join(directory, 'redis.log'));
  await untilListening(port, redis);
  return { ...redis, url: `redis://:${password}@127.0.0.1:${port}`, stop: () => redis.stop('SIGTERM') };
}

/** Starts an nginx of our own with docker/nginx.conf.template, in front of the given ports. */
export async function startNginx({ directory, port, apiPorts, livePorts }) {
  mkdirSync(join(directory, 'temp'), { recursive: true, mode: 0o711 });
  writeFileSync(join(directory, 'site.conf'), render({ port, apiPorts, livePorts }));
  writeFileSync(join(directory, 'nginx.conf'), mainConfiguration(directory));
  const nginx = start(find('nginx'), ['-p', `${directory}/`, '-c', join(directory, 'nginx.conf'), '-e', join(directory, 'error.log')], join(directory, 'nginx.log'));
  await untilListening(port, nginx);
  return { ...nginx, stop: () => nginx.stop('SIGQUIT') };
}

/** What envsubst does for the image of nginx: the template's variables, and no others. */
function render({ port, apiPorts, livePorts }) {
  const servers = (ports) => ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=2s;`).join(' ');
  const variables = { KAOSAI_LISTEN: `127.0.0.1:${port}`, KAOSAI_API_SERVERS: servers(apiPorts), KAOSAI_LIVE_SERVERS: servers(livePorts) };
  return readFileSync(join(root, 'docker', 'nginx.conf.template'), 'utf8').replace(/\$\{(KAOSAI_\w+)\}/g, (_, name) => variables[name]);
}

function mainConfiguration(directory) {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${join(directory, 'temp', name)};`).join('\n');
  // As root the workers stay root: another user could not enter a clone under a home of mode 0700.
  return `${isRoot ? 'user root;\n' : ''}daemon off;
worker_processes 2;
pid ${join(directory, 'nginx.pid')};
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  access_log off;
${temporary}
  include ${join(directory, 'site.conf')};
}
`;
}

/** Finds a program in PATH and in the directories of system services, which an ordinary user's PATH leaves out. */
function find(program) {
  const directories = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return directories.map((directory) => join(directory, program)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function start(program, args, logFile) {
  const output = openSync(logFile, 'a', 0o600);
  // Unlike our own applications these would outlive a killed launcher.
  const setpriv = find('setpriv');
  const command = setpriv ? [setpriv, '--pdeathsig', 'TERM', program, ...args] : [program, ...args];
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', output, output], detached: true });
  closeSync(output);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.once('error', () => {});
  return {
    identity: identify(child.pid),
    logFile,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await exited;
      clearTimeout(late);
    },
  };
}

async function untilListening(port, { hasEnded, logFile }) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await accepts(port)) return;
    if (hasEnded()) break;
    await sleep(50);
  }
  throw new Error(`Nothing listens on port ${port}:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true) || socket.destroy());
    socket.once('error', () => resolve(false));
  });
}
