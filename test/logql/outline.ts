import type { Condition, LogqlExpr, Logs, Name, Stage } from '../../lib/logql/index.ts';

/** The shape of a query on one line, with a parenthesis around everything that binds. */
export function outline(expr: LogqlExpr): string {
  switch (expr.kind) {
    case 'logs':
      return logs(expr);
    case 'range-aggregation': {
      const offset = expr.offset === undefined ? '' : ` offset ${expr.offset.text}`;
      const param = expr.param === undefined ? '' : `${value(expr.param)}, `;
      return `${expr.op}(${param}${logs(expr.of)} [${expr.range.text}]${offset})${grouping(expr.grouping)}`;
    }
    case 'vector-aggregation': {
      const param = expr.param === undefined ? '' : `${value(expr.param)}, `;
      return `${expr.op}(${param}${outline(expr.of)})${grouping(expr.grouping)}`;
    }
    case 'binary': {
      const { bool, matching } = expr;
      const group = matching?.group;
      const words = [
        expr.op,
        ...(bool ? ['bool'] : []),
        ...(matching ? [`${matching.kind}(${names(matching.labels)})`] : []),
        ...(group ? [`group_${group.side}(${names(group.include)})`] : []),
      ];
      return `(${outline(expr.left)} ${words.join(' ')} ${outline(expr.right)})`;
    }
    case 'label-replace':
      return `label_replace(${outline(expr.of)}, ${expr.target}, ${expr.replacement}, ${expr.source}, ${expr.pattern})`;
    case 'number':
      return value(expr.value);
    case 'vector':
      return `vector(${value(expr.value)})`;
    case 'variable':
      return `?${expr.variable.name}`;
  }
}

function value(of: number | { readonly text: string }): string {
  return typeof of === 'number' ? String(of) : of.text;
}

function names(of: readonly Name[]): string {
  return of.map(({ name }) => name).join(',');
}

function grouping(
  of: { readonly kind: string; readonly labels: readonly Name[] } | undefined,
): string {
  return of === undefined ? '' : ` ${of.kind}(${names(of.labels)})`;
}

function logs({ matchers, variables, stages }: Logs): string {
  const members = [
    ...matchers.map(({ label, op, value: wanted }) => `${label.name}${op}${wanted}`),
    ...variables.map(({ text }) => `?${text}`),
  ];
  return [`{${members.join(',')}}`, ...stages.map(stage)].join(' ');
}

function stage(of: Stage): string {
  switch (of.kind) {
    case 'line-filter':
      return `${of.op} ${of.values.map((each) => (each.ip ? `ip(${each.value})` : each.value)).join(' or ')}`;
    case 'parser': {
      const extracts = of.extracts.map(({ label, from }) => `${label.name}=${from}`);
      return [
        '|',
        of.parser,
        ...of.flags,
        ...(of.pattern === undefined ? [] : [of.pattern]),
        ...extracts,
      ].join(' ');
    }
    case 'label-filter':
      return `| ${condition(of.condition)}`;
    case 'line-format':
      return `| line_format ${of.template}`;
    case 'label-format':
      return `| label_format ${of.formats.map(({ label, from }) => `${label.name}=${'name' in from ? from.name : `"${from.template}"`}`).join(',')}`;
    case 'drop':
    case 'keep':
      return `| ${of.kind} ${of.labels.map(({ label, matcher }) => (matcher ? `${label.name}${matcher.op}${matcher.value}` : label.name)).join(',')}`;
    case 'unwrap':
      return `| unwrap ${of.conversion === undefined ? of.label.name : `${of.conversion}(${of.label.name})`}`;
    case 'decolorize':
      return '| decolorize';
    case 'variable':
      return `?${of.variable.name}`;
  }
}

function condition(of: Condition): string {
  if (of.kind !== 'comparison') return `(${condition(of.left)} ${of.kind} ${condition(of.right)})`;
  return `${of.label.name}${of.op}${of.type}:${of.value}`;
}
