const ERROR =
  /const (err\d+) = \{instancePath(?::(.*?))?,schemaPath:.*?,keyword:(.*?),params:(\{.*?\})\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}/g;

const HELPER = `
function fail(errors, path, keyword, params) {
  const error = { path, keyword, params };
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}`;

/**
 * Half of ajv's standalone code is the making of errors. This puts it into one function, and leaves out the
 * schema's path, which is relative to a definition that the error does not name.
 *
 * @throws Error when ajv writes its errors in another way than expected
 */
export function compactErrors(code: string): string {
  const compact = code.replace(
    ERROR,
    (_match, _name, path: string | undefined, keyword: string, params: string) =>
      `vErrors = fail(vErrors, ${path ?? 'instancePath'}, ${keyword}, ${params});`,
  );
  if (compact.includes('schemaPath:')) throw new Error('ajv writes its errors in an unknown way');
  return compact + HELPER;
}
