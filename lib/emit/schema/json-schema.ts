/** The part of JSON Schema draft-07 (and its `discriminator`) that `dashboard.schema.json` uses. */
export interface JsonSchema {
  $comment?: string;
  $ref?: string;
  $schema?: string;
  additionalItems?: JsonSchema | false;
  additionalProperties?: JsonSchema | false;
  anyOf?: JsonSchema[];
  const?: Literal;
  definitions?: Record<string, JsonSchema>;
  description?: string;
  discriminator?: { propertyName: string };
  else?: JsonSchema;
  enum?: Literal[];
  if?: JsonSchema;
  items?: JsonSchema | JsonSchema[];
  maxLength?: number;
  maximum?: number;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  oneOf?: JsonSchema[];
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  then?: JsonSchema;
  title?: string;
  type?: string | string[];
}

export type Literal = string | number | boolean | null;
