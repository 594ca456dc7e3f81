import { differences } from '../../normalise/index.ts';
import { type ChangeKind, note, type Note } from '../change.ts';
import { filled, isJson, type Json } from '../json.ts';
import { durationText } from '../rules/index.ts';
import { changed, code, plain } from '../wording.ts';

/**
 * What differs between two groups of settings of a YAML file, each by its path: people know these keys from the file.
 *
 * @example
 * settingNotes({ scrape_interval: '15s' }, { scrape_interval: '30s' }, 'prometheus-setting')
 * // scrape_interval `15s` to `30s`
 */
export function settingNotes(before: Json, after: Json, kind: ChangeKind): Note[] {
  const [old, young] = [plainOf(before), plainOf(after)];
  return differences(filled(old, young), filled(young, old)).map(
    ({ path, before: from, after: to }) => {
      const facts = { before: from, after: to };
      const isSecret =
        /password|secret|token|credentials|api_key|service_key|routing_key|api_url|webhook_url/i.test(
          path,
        );
      if (!isSecret) return note(kind, changed(plain(path), from, to), facts);
      const verb = from === undefined ? 'set' : to === undefined ? 'dropped' : 'changed';
      return note(kind, `${plain(path)} ${verb}`);
    },
  );
}

/** Durations in one spelling. */
function plainOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => plainOf(each));
  if (isJson(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, plainOf(each, name)]),
    );
  }
  return DURATION.test(key) ? (durationText(value) ?? value) : value;
}

const DURATION = /(?:interval|timeout|wait|duration)$/;

/** What came to and left a list of texts. */
export function listNotes(
  what: string,
  before: readonly string[],
  after: readonly string[],
  kind: ChangeKind,
): Note[] {
  const facts = { before, after };
  return [
    ...after
      .filter((each) => !before.includes(each))
      .map((each) => note(kind, `${what} ${code(each)} added`, facts)),
    ...before
      .filter((each) => !after.includes(each))
      .map((each) => note(kind, `${what} ${code(each)} removed`, facts)),
  ];
}
