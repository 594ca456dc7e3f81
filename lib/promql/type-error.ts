/**
 * A refusal that reads as a sentence in the editor: a type whose text is the message. Nothing has this type, so an
 * argument that meets it is an error.
 *
 * A union, because TypeScript explains a mismatch with a single object type on further lines.
 */
export type TypeError<Message extends string, Detail extends string = never> =
  Refusal<Message> | Subject<Detail>;

interface Refusal<Message extends string> {
  readonly __message: Message;
}

interface Subject<Detail extends string> {
  readonly __detail: Detail;
}
