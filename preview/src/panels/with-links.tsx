import type { FieldDisplay } from '@grafana/data';
import { DataLinksContextMenu } from '@grafana/ui';
import type { JSX, MouseEventHandler } from 'react';

interface WithLinksProps {
  readonly value: FieldDisplay;
  readonly children: (
    className: string | undefined,
    onClick: MouseEventHandler<HTMLElement> | undefined,
  ) => JSX.Element;
}

/** The links of a value, in a menu on a click. */
export function WithLinks({ value: { hasLinks, getLinks }, children }: WithLinksProps) {
  if (!hasLinks || getLinks === undefined) return children(undefined, undefined);
  return (
    <DataLinksContextMenu
      links={getLinks}
      style={{ display: 'flex', width: '100%', height: '100%' }}
    >
      {({ openMenu, targetClassName }) => children(targetClassName, openMenu)}
    </DataLinksContextMenu>
  );
}
