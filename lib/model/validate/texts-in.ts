/** Every text in `value`, at any depth: what is in lists and objects, and the keys of objects. Nothing is copied. */
export function textsIn(value: unknown, take: (text: string) => void): void {
  if (typeof value === 'string') take(value);
  else if (Array.isArray(value)) for (const item of value) textsIn(item, take);
  else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      take(key);
      textsIn(value[key as never], take);
    }
  }
}
