/** A request that gets no answer but why. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: 400 | 403 | 404 | 405 | 413 | 415 | 502;

  constructor(status: Refused['status'], message: string) {
    super(message);
    this.status = status;
  }
}
