export interface TextOptions {
  /** How the text is read. Default `markdown`. */
  readonly mode?: 'markdown' | 'html' | 'code';
  /** Of `mode: 'code'`. Default `plaintext`. */
  readonly language?:
    'json' | 'yaml' | 'xml' | 'typescript' | 'sql' | 'go' | 'markdown' | 'html' | 'plaintext';
}
