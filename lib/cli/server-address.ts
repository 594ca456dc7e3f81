import { InvalidArgumentError } from 'commander';

/**
 * Reads an option that is the address of a server.
 *
 * @throws InvalidArgumentError
 */
export function serverAddress(text: string): string {
  if (/^https?:\/\/./.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It has to look like http://localhost:9090.');
}
