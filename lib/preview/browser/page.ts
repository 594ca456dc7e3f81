import { Failure } from '../../prove/index.ts';
import {
  type Commands,
  type DevtoolsConnection,
  type Events,
  PATIENCE,
} from './devtools-connection.ts';

/** In pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Pixels from the top left of the page. */
export interface Box extends WindowSize {
  readonly x: number;
  readonly y: number;
}

/** A page of a browser. All methods throw a Failure where the browser ends, or does not answer in time. */
export class Page {
  readonly #connection: DevtoolsConnection;
  readonly #session: string;
  readonly #context: string;

  private constructor(connection: DevtoolsConnection, session: string, context: string) {
    this.#connection = connection;
    this.#session = session;
    this.#context = context;
  }

  static async open(connection: DevtoolsConnection, size: WindowSize): Promise<Page> {
    // A window of its own: a page in the background of a window is not drawn.
    const { browserContextId } = await connection.send('Target.createBrowserContext', {});
    const { targetId } = await connection.send('Target.createTarget', {
      url: 'about:blank',
      browserContextId,
      newWindow: true,
    });
    const { sessionId } = await connection.send('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const page = new Page(connection, sessionId, browserContextId);
    await page.#prepare(size);
    return page;
  }

  async #prepare(size: WindowSize): Promise<void> {
    await Promise.all([
      this.send('Page.enable', {}),
      this.send('Runtime.enable', undefined),
      this.send('Log.enable', undefined),
      this.send('Network.enable', {}),
      this.send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' }),
      this.send('Emulation.setLocaleOverride', { locale: 'en-US' }),
      this.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
      this.resize(size),
    ]);
    // Nobody is there to answer a dialog, and everything would wait for it.
    this.on('Page.javascriptDialogOpening', () => {
      void this.send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
    });
  }

  /** Asks for anything of the DevTools protocol. */
  send<C extends keyof Commands>(
    method: C,
    params: Commands[C]['paramsType'][0],
    patience?: number,
  ): Promise<Commands[C]['returnType']> {
    return this.#connection.send(method, params, this.#session, patience);
  }

  /** @returns what ends the listening */
  on<E extends keyof Events>(event: E, listener: (params: Events[E][0]) => void): () => void {
    return this.#connection.listen(({ method, params, sessionId }) => {
      if (method === event && sessionId === this.#session) listener(params as Events[E][0]);
    });
  }

  /** The next event of a kind; listening begins at once. */
  #next(event: 'Page.loadEventFired', patience: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = this.on(event, () => {
        clearTimeout(timer);
        stop();
        resolve();
      });
      const timer = setTimeout(() => {
        stop();
        reject(new Failure(`the page was not loaded in ${patience / 1000} s`));
      }, patience);
    });
  }

  resize({ width, height }: WindowSize): Promise<void> {
    const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
    return this.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  /** Resolves when the page and what it refers to are loaded. */
  async open(url: string, patience = PATIENCE): Promise<void> {
    const loaded = this.#next('Page.loadEventFired', patience);
    // Awaited below, unless the address is refused: then it says nothing more.
    loaded.catch(() => undefined);
    const { errorText } = await this.send('Page.navigate', { url }, patience);
    if (errorText !== undefined) throw new Failure(`Chromium cannot open ${url}: ${errorText}`);
    await loaded;
  }

  /**
   * Evaluates JavaScript in the page.
   *
   * @param expression a promise is waited for
   * @returns its value, as JSON carries it
   * @throws Failure with what the page threw
   */
  async evaluate<T>(expression: string, patience = PATIENCE): Promise<T> {
    const request = { expression, awaitPromise: true, returnByValue: true, timeout: patience };
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', request, patience);
    if (exceptionDetails === undefined) return result.value as T;
    const { exception, text } = exceptionDetails;
    throw new Failure(`the page failed: ${exception?.description?.split('\n')[0] ?? text}`);
  }

  /** A PNG of a part of the page, which need not be in the window. */
  async picture(box: Box): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', {
      format: 'png',
      clip: { ...box, scale: 1 },
      captureBeyondViewport: true,
    });
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    const browserContextId = this.#context;
    await this.#connection.send('Target.disposeBrowserContext', { browserContextId });
  }
}
