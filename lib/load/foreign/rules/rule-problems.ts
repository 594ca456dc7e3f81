import { parseDuration } from '../../../catalog/index.ts';
import { refusalsIn } from '../../../gotemplate/index.ts';
import type { Keys } from '../source-document.ts';
import { type RawFields, type RuleDocument, textOf, textsOf } from './rule-document.ts';
import { SINCE } from './rule-fields.ts';

/** A version of Prometheus: `2.42`, `3.1.0`. */
export type Version = readonly [major: number, minor: number];

/** A rule and where it is. */
export interface PlacedRule {
  readonly fields: RawFields;
  readonly keys: Keys;
  readonly path: readonly string[];
}

/** What Prometheus's reader of rule files refuses in a rule, besides its expression. */
export function checkRule(document: RuleDocument, rule: PlacedRule, version: Version): void {
  const { fields, keys, path } = rule;
  const isRecord = fields.record !== undefined;
  const report = (name: string, code: `rule-file/${string}`, message: string, hint?: string) =>
    document.reportKey([...keys, name], path, {
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  for (const name of ['for', 'keep_firing_for', 'annotations']) {
    if (isRecord && fields[name] !== undefined) {
      report(name, 'rule-file/field-of-alert', `\`${name}\` belongs to alerts, and this records`);
    }
  }
  for (const name of ['for', 'keep_firing_for']) checkDuration(document, rule, name);
  checkVersion(document, rule, 'keep_firing_for', version);
  checkTexts(document, rule, 'labels', version);
  checkTexts(document, rule, 'annotations', version);
  if (isRecord) checkRecordName(document, rule, version);
}

/** Of a group or of a rule. */
export function checkDuration(
  document: RuleDocument,
  { fields, keys, path }: PlacedRule,
  name: string,
): void {
  const text = textOf(fields, name);
  if (text === undefined || text === '' || text === '0') return;
  if (parseDuration(name === 'query_offset' ? text.replace(/^-/, '') : text) !== undefined) return;
  document.report([...keys, name], path, {
    code: 'rule-file/duration',
    message: `\`${text}\` is no duration: units go from large to small, as in \`1h30m\``,
    hint: '`5m`',
  });
}

/** Reports a field that the Prometheus in question does not know yet. */
export function checkVersion(
  document: RuleDocument,
  { fields, keys, path }: PlacedRule,
  name: string,
  version: Version,
  feature = name,
): void {
  const since = SINCE[feature];
  if (fields[name] === undefined || since === undefined || isAtLeast(version, since)) return;
  document.reportKey([...keys, name], path, {
    code: 'rule-file/needs-version',
    message: `\`${name}\` needs Prometheus ${since.join('.')}, and this is ${version.join('.')}`,
  });
}

/** Names of labels and annotations, and the templates in them. */
export function checkTexts(
  document: RuleDocument,
  { fields, keys, path }: PlacedRule,
  kind: 'labels' | 'annotations',
  version: Version,
): void {
  const isAlert = fields.alert !== undefined;
  for (const [name, text] of Object.entries(textsOf(fields, kind))) {
    const at = [...keys, kind, name];
    if (!isLabelName(name, version) || (kind === 'labels' && name === '__name__')) {
      document.reportKey(at, path, {
        code: kind === 'labels' ? 'rule-file/label-name' : 'rule-file/annotation-name',
        message: `\`${name}\` cannot be the name of ${kind === 'labels' ? 'a label' : 'an annotation'}`,
      });
    }
    if (!isAlert) continue;
    const [wrong] = refusalsIn(text, 'prometheus');
    if (wrong === undefined) continue;
    document.report(at, path, {
      code: 'rule-file/template',
      message: wrong.message,
      ...(wrong.hint === undefined ? {} : { hint: wrong.hint }),
    });
  }
}

function checkRecordName(
  document: RuleDocument,
  { fields, keys, path }: PlacedRule,
  version: Version,
): void {
  const name = textOf(fields, 'record') ?? '';
  const braces = /[{}]/.test(name);
  const valid = isAtLeast(version, [3, 0]) ? name !== '' : /^[a-zA-Z_:][\w:]*$/.test(name);
  if (!braces && valid) return;
  document.report([...keys, 'record'], path, {
    code: 'rule-file/record-name',
    message: `\`${name}\` cannot be the name of a metric`,
    ...(braces ? { hint: `record: ${name.slice(0, name.search(/[{}]/))}, with \`labels\`` } : {}),
  });
}

/** From version 3 on, a name is any text. */
function isLabelName(name: string, version: Version): boolean {
  return isAtLeast(version, [3, 0]) ? name !== '' : /^[a-zA-Z_]\w*$/.test(name);
}

export function isAtLeast(version: Version, since: Version): boolean {
  return version[0] > since[0] || (version[0] === since[0] && version[1] >= since[1]);
}
