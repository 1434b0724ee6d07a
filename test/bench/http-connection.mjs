import { connect } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

/**
 * One keep-alive HTTP/1.1 connection with one request at a time, as a browser's tab has: no pipelining. It does as little as
 * possible itself, so that on a machine shared with the server the server is what is measured.
 */
export class HttpConnection {
  #socket;
  #host;
  #port;
  #pending = null;
  #received = null;

  constructor(base) {
    const { hostname, port, host } = new URL(base);
    this.#host = hostname;
    this.#port = Number(port);
    this.fixed = `Host: ${host}\r\nOrigin: http://${host}\r\nAccept: application/json\r\n`;
  }

  async open() {
    const socket = connect({ host: this.#host, port: this.#port, noDelay: true });
    this.#socket = socket;
    this.#received = null;
    socket.on('data', (chunk) => this.#take(chunk));
    const lost = () => this.#fail(new Error('connection lost'));
    socket.on('close', lost);
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    socket.on('error', lost);
  }

  close() {
    this.#socket?.destroy();
  }

  /** @returns {Promise<{ status: number, head: string, body: string }>} */
  async send(method, path, headers, body) {
    if (!this.#socket || this.#socket.destroyed) await this.open();
    const length = body === undefined ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#socket.write(`${method} ${path} HTTP/1.1\r\n${this.fixed}${headers}${length}\r\n${body ?? ''}`);
    });
  }

  #take(chunk) {
    const data = this.#received ? Buffer.concat([this.#received, chunk]) : chunk;
    const end = data.indexOf(headEnd);
    const head = end < 0 ? '' : data.latin1Slice(0, end);
    const status = Number(head.slice(9, 12));
    const length = status === 204 ? '0' : /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (end >= 0 && length === undefined) return this.#fail(new Error(`an answer without a length: ${head.slice(0, 200)}`));
    if (end < 0 || data.length < end + 4 + Number(length)) {
      this.#received = data;
      return;
    }
    this.#received = null;
    const { resolve } = this.#pending;
    this.#pending = null;
    resolve({ status, head, body: data.utf8Slice(end + 4, end + 4 + Number(length)) });
  }

  #fail(error) {
    this.#socket.destroy();
    this.#received = null;
    const pending = this.#pending;
    this.#pending = null;
    pending?.reject(error);
  }
}
