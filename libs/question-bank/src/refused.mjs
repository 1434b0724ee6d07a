/** A file that is not read, and why: `code` of the error catalogue. */
export class Refused extends Error {
  constructor(code, params) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
