import check from '../../../lib/analyze/checks/promql-regex-wildcard.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a part of it', of: promql`requests_total{route=~"/api/.*"}` },
  { name: 'the only matcher', of: promql`count({job=~".+"})` },
  {
    name: 'anything',
    of: promql`sum(requests_total{route=~".*"})`,
    marks: ['route=~".*"'],
    message: '`route=~".*"` passes everything',
    hint: 'leave it out',
  },
  {
    name: 'anything but nothing',
    of: promql`requests_total{route=~"(.+)"}`,
    marks: ['route=~"(.+)"'],
    message: '`route=~"(.+)"` only asks for the label',
    hint: '`route!=""`',
  },
  {
    name: 'nothing',
    of: promql`requests_total{route!~".*"}`,
    marks: ['route!~".*"'],
    severity: 'error',
    message: '`route!~".*"` passes nothing, not even series without the label',
    hint: '`route=""`',
  },
  {
    name: 'anything, in groups',
    of: promql`requests_total{route=~"((?:.*))"}`,
    marks: ['route=~"((?:.*))"'],
    hint: 'leave it out',
  },
  { name: 'two groups', of: promql`requests_total{route=~"(.*)/(.*)"}` },
]);
