import check from '../../../lib/analyze/checks/promql-regex-as-text.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a pattern', of: promql`requests_total{route=~"/api/.*"}` },
  { name: 'a path with a star', of: promql`requests_total{route="/static/*"}` },
  { name: 'a version', of: promql`build_info{version="1.2+3"}` },
  { name: 'a variable', of: promql`requests_total{route="$route"}` },
  { name: 'a value that is known not to be', of: promql`queue_depth{queue="mail|pdf"}` },
  {
    name: 'alternatives',
    of: promql`sum(requests_total{route!="login|logout"})`,
    marks: ['route!="login|logout"'],
    message: '`login|logout` is a pattern, but `!=` compares it letter by letter',
    hint: '`route!~"login|logout"`',
  },
  { name: 'anything', of: promql`x{pod="api-.+"}`, marks: ['pod="api-.+"'] },
]);
