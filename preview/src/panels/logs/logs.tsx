import { ScrollContainer, useTheme2 } from '@grafana/ui';

import type { PanelKind, PanelProps } from '../panel-props.ts';
import { type LogLine, logLines } from './log-lines.ts';
import { labelsText, LogRow, timeText } from './log-row.tsx';

function Logs(props: PanelProps) {
  const { options, height } = props;
  const theme = useTheme2();
  const { lines, common } = logLines(props);
  const showsLabels = options['showLabels'] === true;
  return (
    <div style={{ height }}>
      <ScrollContainer height="100%">
        {options['showCommonLabels'] === true && Object.keys(common).length > 0 && (
          <div
            style={{
              padding: theme.spacing(0.25, 0.5, 1),
              fontSize: theme.typography.bodySmall.fontSize,
              color: theme.colors.text.secondary,
            }}
          >
            Common labels: {labelsText(common)}
          </div>
        )}
        {lines.map((line, index) => (
          <LogRow
            key={index}
            line={line}
            showsTime={options['showTime'] === true}
            labels={showsLabels ? uncommon(line, common) : undefined}
            wraps={options['wrapLogMessage'] === true}
            prettifies={options['prettifyLogMessage'] === true}
            opens={options['enableLogDetails'] !== false}
          />
        ))}
      </ScrollContainer>
    </div>
  );
}

function uncommon({ labels }: LogLine, common: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(labels).filter(([name]) => !Object.hasOwn(common, name)),
  );
}

export const logs: PanelKind = {
  component: Logs,
  padding: 'md',
  shown: (props) => {
    const { lines } = logLines(props);
    if (lines.length === 0) return undefined;
    const showsTime = props.options['showTime'] === true;
    return {
      names: showsTime ? lines.map(({ time }) => timeText(time)) : [],
      values: lines.map(({ text }) => text),
    };
  },
  needsData: true,
};
