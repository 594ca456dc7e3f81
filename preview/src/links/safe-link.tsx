import type { ReactNode } from 'react';

import { goTo } from '../address/index.ts';
import { isOutside, safeHref } from './safe-href.ts';

interface SafeLinkProps {
  readonly href: string;
  readonly className?: string;
  readonly title?: string;
  readonly isNewTab?: boolean;
  readonly children: ReactNode;
}

/** A link to wherever a dashboard says; only its text where that is nowhere to go to. */
export function SafeLink({ href, className, title, isNewTab = false, children }: SafeLinkProps) {
  const safe = safeHref(href);
  if (safe === undefined)
    return (
      <span className={className} title={title}>
        {children}
      </span>
    );
  if (isNewTab || isOutside(safe))
    return (
      <a className={className} title={title} href={safe} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    );
  return (
    <a
      className={className}
      title={title}
      href={safe}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        goTo(safe);
      }}
    >
      {children}
    </a>
  );
}
