export { isOutside, safeHref } from './safe-href.ts';
export { SafeLink } from './safe-link.tsx';
