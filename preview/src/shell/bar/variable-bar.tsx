import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, Icon, Input, MultiCombobox, Tooltip, useStyles2 } from '@grafana/ui';

import type { PreviewVariable, View } from '../../../../lib/preview/protocol.ts';
import { change } from '../../address/index.ts';

interface VariableBarProps {
  readonly variables: readonly PreviewVariable[];
  readonly chosen: View['chosen'];
}

const ALL = '$__all';

/** The dashboard's variables, but those that are hidden. */
export function VariableBar({ variables, chosen }: VariableBarProps) {
  const styles = useStyles2(getStyles);
  const shown = variables.filter(({ hide, type }) => hide !== 2 && type !== 'constant');
  return shown.map((variable) => (
    <div key={variable.name} className={styles.variable} data-variable={variable.name}>
      {variable.hide !== 1 && (
        <label className={styles.label}>
          {variable.label || variable.name}
          {variable.error !== undefined && (
            <Tooltip content={variable.error}>
              <Icon name="exclamation-triangle" className={styles.error} />
            </Tooltip>
          )}
        </label>
      )}
      <Choice
        variable={variable}
        onChoose={(values) => change({ chosen: { ...chosen, [variable.name]: values } })}
      />
    </div>
  ));
}

interface ChoiceProps {
  readonly variable: PreviewVariable;
  readonly onChoose: (values: readonly string[]) => void;
}

function Choice({ variable, onChoose }: ChoiceProps) {
  const { type, multi, includeAll, options, current } = variable;
  if (type === 'textbox')
    return (
      <Input
        key={current[0]}
        width={20}
        defaultValue={current[0] ?? ''}
        onBlur={({ currentTarget }) => {
          if (currentTarget.value !== (current[0] ?? '')) onChoose([currentTarget.value]);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') onChoose([currentTarget.value]);
        }}
      />
    );
  const offered = [
    ...(includeAll ? [{ label: 'All', value: ALL }] : []),
    ...options.map(({ text, value }) => ({ label: text, value })),
  ];
  if (multi)
    return (
      <MultiCombobox
        width="auto"
        minWidth={12}
        maxWidth={60}
        options={offered}
        value={[...current]}
        onChange={(chosen) =>
          onChoose(
            withoutAll(
              chosen.map(({ value }) => value),
              current,
            ),
          )
        }
      />
    );
  return (
    <Combobox
      width="auto"
      minWidth={8}
      options={offered}
      value={current[0] ?? null}
      createCustomValue={type !== 'datasource' && type !== 'interval'}
      onChange={({ value }) => onChoose([value])}
    />
  );
}

/** All goes with no other value: the later choice counts. */
function withoutAll(values: readonly string[], before: readonly string[]): readonly string[] {
  if (!values.includes(ALL)) return values;
  return before.includes(ALL) && values.length > 1
    ? values.filter((value) => value !== ALL)
    : [ALL];
}

function getStyles(theme: GrafanaTheme2) {
  return {
    variable: css({ display: 'flex' }),
    label: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0, 1),
      height: theme.spacing(4),
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      background: theme.colors.background.primary,
      border: `1px solid ${theme.components.input.borderColor}`,
      borderRight: 'none',
      borderRadius: `${theme.shape.radius.default} 0 0 ${theme.shape.radius.default}`,
      whiteSpace: 'nowrap',
    }),
    error: css({ color: theme.colors.error.text }),
  };
}
