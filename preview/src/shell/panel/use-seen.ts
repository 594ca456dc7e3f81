import { type RefObject, useEffect, useState } from 'react';

/** Whether an element is or was on the screen, or nearly. */
export function useSeen(element: RefObject<HTMLElement | null>, always: boolean): boolean {
  const [isSeen, setIsSeen] = useState(always);
  useEffect(() => {
    if (isSeen || element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isSeen]);
  return isSeen || always;
}
