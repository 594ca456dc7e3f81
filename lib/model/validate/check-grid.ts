import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Dashboard } from '../dashboard.ts';
import { COLUMNS } from '../layout.ts';
import type { Loaded } from '../project.ts';
import { atPanel, atRow } from './places.ts';

/** Widths and heights are whole numbers that fit on the grid. */
export function checkGrid(loaded: Loaded<Dashboard>): Diagnostic[] {
  return loaded.value.rows.flatMap((row) => [
    ...(isWithin(row.height, 100)
      ? []
      : [badSize(`height: ${row.height}`, 'height', 100, atRow(loaded, row))]),
    ...row.panels.flatMap((panel) => {
      const { width } = panel.props;
      return width === undefined || isWithin(width, COLUMNS)
        ? []
        : [badSize(`.width(${width})`, 'width', COLUMNS, atPanel(loaded, panel))];
    }),
  ]);
}

function isWithin(n: number, most: number): boolean {
  return Number.isInteger(n) && n >= 1 && n <= most;
}

function badSize(
  subject: string,
  what: 'width' | 'height',
  most: number,
  where: Diagnostic['where'],
): Diagnostic {
  const unit = what === 'width' ? 'columns' : 'units of 30 pixels';
  return {
    code: `panel/${what}`,
    severity: 'error',
    message: `\`${subject}\` does not fit on the grid: a ${what} is a whole number of ${unit} from 1 to ${most}`,
    where,
  };
}
