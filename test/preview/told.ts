import type { PreviewState } from '../../lib/preview/protocol.ts';

/** Listens as the page does. */
export class Told {
  /** What was told, the oldest first. */
  readonly states: PreviewState[] = [];
  readonly #end = new AbortController();
  #wake: () => void = () => undefined;

  constructor(url: string) {
    void this.#listen(url).catch(() => undefined);
  }

  /** The first state that was told, or will be, of which this is true. */
  async first(isIt: (state: PreviewState) => boolean): Promise<PreviewState> {
    for (;;) {
      const found = this.states.find(isIt);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  end(): void {
    this.#end.abort();
  }

  async #listen(url: string): Promise<void> {
    const { body } = await fetch(`${url}/events`, { signal: this.#end.signal });
    let text = '';
    for await (const chunk of body ?? []) {
      text += Buffer.from(chunk).toString();
      const messages = text.split('\n\n');
      text = messages.pop() ?? '';
      for (const message of messages) {
        const data = /^event: state\ndata: (.*)$/.exec(message)?.[1];
        if (data !== undefined) this.states.push(JSON.parse(data) as PreviewState);
      }
      this.#wake();
    }
  }
}
