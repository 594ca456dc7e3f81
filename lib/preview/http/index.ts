export { checkRequest } from './check-request.ts';
export { EventStream } from './event-stream.ts';
export { SAFE_HEADERS } from './headers.ts';
export { type PageFile, pageFile } from './page-files.ts';
export { read, readJson } from './read-json.ts';
export { Refused } from './refused.ts';
