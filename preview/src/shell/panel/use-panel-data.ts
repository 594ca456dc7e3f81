import type { DataFrame } from '@grafana/data';
import { useEffect, useRef, useState } from 'react';

import type { PanelAnswer, PanelRequest } from '../../../../lib/preview/protocol.ts';
import { fetchPanel, queueOf, readPanelAnswer } from '../../api/index.ts';
import type { PanelJson } from '../../dashboard/index.ts';
import { transform } from '../../fields/index.ts';
import { framesOf } from '../../frames/index.ts';
import { messageOf } from '../../remote/index.ts';
import { replacerOf, type TextSource } from '../../text/index.ts';

export interface PanelData {
  readonly answer: PanelAnswer;
  readonly source: TextSource;
  /** Transformed. */
  readonly frames: DataFrame[];
  readonly unknownTransformations: readonly string[];
}

export interface PanelDataState {
  /** What the server said last, until it has said something else. */
  readonly data: PanelData | undefined;
  readonly error: string | undefined;
  /** Whether this is for what is asked now. */
  readonly isFresh: boolean;
}

/** As many as Prometheus likes; the browser itself has six connections, one of them for events. */
const inTurn = queueOf(4);

/**
 * Asks for a panel's data when it is wanted, and again when what is asked or the sources have changed.
 *
 * @param request nothing is asked for `undefined`
 * @param version of the sources: with each, the data may be other data
 */
export function usePanelData(
  panel: PanelJson,
  request: PanelRequest | undefined,
  version: string,
  texts: TextSource,
): PanelDataState {
  const [state, setState] = useState<{
    readonly question?: string;
    readonly data?: PanelData | undefined;
    readonly error?: string | undefined;
  }>({});
  const last = useRef<{ readonly text: string; readonly panel: PanelJson } | undefined>(undefined);
  const question = request === undefined ? undefined : `${version} ${JSON.stringify(request)}`;

  useEffect(() => {
    if (question === undefined || request === undefined) return;
    const abort = new AbortController();
    // What was edited is what one waits for.
    const priority = last.current === undefined || last.current.panel !== panel ? 0 : 1;
    inTurn(priority, () => {
      abort.signal.throwIfAborted();
      return fetchPanel(request, abort.signal);
    })
      .then(async (text) => {
        const isSame = last.current?.text === text && last.current.panel === panel;
        const data = isSame ? undefined : await dataOf(readPanelAnswer(text), panel, texts);
        if (abort.signal.aborted) return;
        last.current = { text, panel };
        setState((before) => ({ question, data: data ?? before.data }));
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        last.current = undefined;
        setState({ question, error: messageOf(error) });
      });
    return () => abort.abort();
    // `request` and `texts` are in the question.
  }, [question, panel]);

  const isFresh = question !== undefined && state.question === question;
  return { data: state.data, error: state.error, isFresh };
}

async function dataOf(
  answer: PanelAnswer,
  panel: PanelJson,
  texts: TextSource,
): Promise<PanelData> {
  const source = { ...texts, range: answer.range, texts: { ...texts.texts, ...answer.texts } };
  const { frames, unknown } = await transform(
    framesOf(answer),
    panel.transformations,
    replacerOf(source),
  );
  return { answer, source, frames, unknownTransformations: unknown };
}
