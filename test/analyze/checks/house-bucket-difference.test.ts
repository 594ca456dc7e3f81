import check from '../../../lib/analyze/checks/house-bucket-difference.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'of the count',
    of: promql`payload_bytes_count - ignoring (le) payload_bytes_bucket{le="100"}`,
  },
  { name: 'of two histograms', of: promql`a_bucket{le="1"} - b_bucket{le="1"}` },
  { name: 'a share', of: promql`a_bucket{le="1"} / ignoring (le) a_bucket{le="+Inf"}` },
  {
    name: 'of two buckets',
    of: promql`payload_bytes_bucket{le="+Inf"} - ignoring (le) payload_bytes_bucket{le="100"}`,
    marks: ['payload_bytes_bucket{le="+Inf"} - ignoring (le) payload_bytes_bucket{le="100"}'],
    message: 'this subtracts two buckets of `payload_bytes`',
  },
]);
