import { Agent, request } from 'node:http';

/** Nobody answered, or the answer was cut: what was asked for may have been done or not. */
export class NoAnswer extends Error {}

export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: unknown;
}

/** The keys of a signed-in person's device. */
export interface Pass {
  token: string;
  csrf: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: 256 });

/** One request to a server on this machine. @throws NoAnswer when no whole answer came within `patience` ms. */
export function call(port: number, method: string, path: string, { pass, body, patience = 4_000 }: { pass?: Pass; body?: unknown; patience?: number } = {}): Promise<Answer> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers: Record<string, string | number> = { Origin: `http://127.0.0.1:${port}` };
  if (pass) Object.assign(headers, { Cookie: `kaosai_session=${pass.token}`, 'X-CSRF-Token': pass.csrf });
  if (text !== undefined) Object.assign(headers, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        clearTimeout(late);
        if (!response.complete) return fail(new Error('cut'));
        const whole = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: whole.startsWith('{') || whole.startsWith('[') ? JSON.parse(whole) : whole });
      });
    });
    const late = setTimeout(() => sent.destroy(new Error('no answer in time')), patience);
    const fail = (error: Error): void => {
      clearTimeout(late);
      reject(new NoAnswer(error.message));
    };
    sent.on('error', fail);
    sent.end(text);
  });
}

/** Lets go of the connections that were kept. */
export function closeWire(): void {
  agent.destroy();
}
