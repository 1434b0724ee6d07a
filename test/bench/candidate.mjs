import { HttpConnection } from './http-connection.mjs';

/** One candidate at one browser: a session, a connection, an attempt, and answers that change with every save. */
export class Candidate {
  #connection;
  #seq = 0;
  #turn = 0;

  constructor(base, { headers, username, attempt }) {
    this.#connection = new HttpConnection(base);
    this.headers = headers;
    this.username = username;
    if (attempt) this.sit(attempt);
  }

  open() { return this.#connection.open(); }
  close() { this.#connection.close(); }

  /** @throws Error for any answer that is not 2xx. */
  async request(method, path, body) {
    const { status, body: text, head } = await this.#connection.send(method, `/api/v1${path}`, this.headers, body);
    if (status >= 300) throw new Refusal(status, text);
    return { text, head };
  }

  /** What an AttemptView tells the page: where it is, and what can be chosen. */
  sit({ id, writer, slots }) {
    this.id = id;
    this.writer = writer;
    this.slots = slots;
  }

  async start(examId) {
    const { text } = await this.request('POST', `/my/exams/${examId}/start`, '{}');
    this.sit(readAttempt(text));
  }

  /** The page anew: everything on it is read, and it gets a writer of its own. */
  async load() {
    const { text } = await this.request('GET', `/attempts/${this.id}`);
    this.sit(readAttempt(text));
    this.#seq = 0;
  }

  /** Saves the next answers in turn, `count` of them in one request. @throws Error unless every one of them is stored. */
  async save(count = 1, from = this.#turn) {
    let items = '';
    for (let index = 0; index < count; index += 1) {
      const { slot, options } = this.slots[(from + index) % this.slots.length];
      this.#seq += 1;
      items += `${items && ','}{"slot":"${slot}","writer":${this.writer},"seq":${this.#seq},"body":{"chosen":["${options[this.#seq % options.length]}"]}}`;
    }
    this.#turn = from + count;
    const { text } = await this.request('POST', `/attempts/${this.id}/saves`, `{"items":[${items}]}`);
    if (text.split('"outcome":"stored"').length !== count + 1) throw new Error(`not stored: ${text}`);
  }

  /** For a server that issues no writers: numbers that were not used before. */
  countFrom(seq) {
    this.#seq = seq;
  }

  submit() {
    return this.request('POST', `/attempts/${this.id}/submit`, '{}');
  }
}

export class Refusal extends Error {
  constructor(status, text) {
    super(`${status} ${text}`);
    this.status = status;
  }
}

/** The parts of a view that a candidate's browser works with. */
export function readAttempt(text) {
  const { id, writer, sections } = JSON.parse(text);
  return { id, writer, slots: sections.flatMap(({ questions }) => questions.map(({ slot, options }) => ({ slot, options: options.map((option) => option.id) }))) };
}
