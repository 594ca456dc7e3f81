/** Values of a variable in one of Grafana's formats; as `glob` where the format is none of them. */
export function formatted(name: string, values: readonly string[], format: string): string {
  switch (format) {
    case 'raw':
    case 'csv':
      return values.join(',');
    case 'pipe':
      return values.join('|');
    case 'html':
      return values.join(', ').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    case 'json':
      return JSON.stringify(values);
    case 'regex': {
      const escaped = values.map((value) => value.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&'));
      return escaped.length === 1 ? escaped.join('') : `(${escaped.join('|')})`;
    }
    case 'singlequote':
      return values.map((value) => `'${value.replaceAll("'", "\\'")}'`).join(',');
    case 'doublequote':
      return values.map((value) => `"${value.replaceAll('"', '\\"')}"`).join(',');
    case 'queryparam':
      return values
        .map((value) => `var-${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
        .join('&');
    case 'percentencode':
    case 'uriencode':
      return encodeURIComponent(glob(values));
    default:
      return glob(values);
  }
}

function glob(values: readonly string[]): string {
  return values.length === 1 ? values.join('') : `{${values.join(',')}}`;
}
