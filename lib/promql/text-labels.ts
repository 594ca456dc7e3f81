import type { TypeError } from './type-error.ts';

/**
 * A legend whose placeholders are all labels of the result. A text that is only known at run time is let through here
 * and checked by the analysis.
 */
export type Legend<T extends string, L extends string> = [Placeholder<T>] extends [L]
  ? T
  : TypeError<
      'legend names a label the result does not carry',
      `{{${Exclude<Placeholder<T>, L>}}}`
    >;

type Placeholder<T extends string> = T extends `${string}{{${infer P}}}${infer Rest}`
  ? Trim<P> | Placeholder<Rest>
  : never;

/**
 * A text for a rule's annotation whose `{{ $labels.x }}` and `{{ .Labels.x }}` are all labels that the alert carries.
 * Only actions between `{{` and `}}` are read; the analysis reads all of the template's grammar.
 */
export type AnnotationText<T extends string, L extends string> = [TemplateLabel<T>] extends [L]
  ? T
  : TypeError<
      'annotation names a label the alert does not carry',
      `$labels.${Exclude<TemplateLabel<T>, L>}`
    >;

type TemplateLabel<T extends string> = T extends `${string}{{${infer Action}}}${infer Rest}`
  ? ActionLabel<Action> | TemplateLabel<Rest>
  : never;

type ActionLabel<T extends string> = T extends `${string}$labels.${infer Rest}`
  ? Word<Rest> | ActionLabel<Rest>
  : T extends `${string}.Labels.${infer Rest}`
    ? Word<Rest> | ActionLabel<Rest>
    : never;

/** `T` up to the first character that ends a name in a template's action. */
type Word<T extends string> = T extends `${infer W}${' ' | '|' | ')'}${string}` ? Word<W> : T;

type Trim<T extends string> = T extends ` ${infer R}`
  ? Trim<R>
  : T extends `${infer R} `
    ? Trim<R>
    : T;
