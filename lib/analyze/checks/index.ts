import type { Check } from '../define-check.ts';
import alertAbsentWithoutFor from './alert-absent-without-for.ts';
import alertDuplicate from './alert-duplicate.ts';
import alertInvertedPair from './alert-inverted-pair.ts';
import alertNoCondition from './alert-no-condition.ts';
import alertRatioWithoutFor from './alert-ratio-without-for.ts';
import alertSampledSeries from './alert-sampled-series.ts';
import alertShortFor from './alert-short-for.ts';
import alertSilentWhenGone from './alert-silent-when-gone.ts';
import alertSlowWindow from './alert-slow-window.ts';
import alertmanagerImpossibleLabel from './alertmanager-impossible-label.ts';
import annotationLabelImpossible from './annotation-label-impossible.ts';
import cardinalityUnboundedLabel from './cardinality-unbounded-label.ts';
import dashboardRefreshTooFast from './dashboard-refresh-too-fast.ts';
import houseAnnotation from './house-annotation.ts';
import houseBucketDifference from './house-bucket-difference.ts';
import houseDatasourceVariable from './house-datasource-variable.ts';
import houseDroppedLabel from './house-dropped-label.ts';
import houseEditableDashboard from './house-editable-dashboard.ts';
import houseFilterMatcher from './house-filter-matcher.ts';
import houseFilterVariable from './house-filter-variable.ts';
import houseFixedDatasource from './house-fixed-datasource.ts';
import houseForbiddenText from './house-forbidden-text.ts';
import houseFragileRange from './house-fragile-range.ts';
import houseKeptLabel from './house-kept-label.ts';
import houseLongRange from './house-long-range.ts';
import houseOtherGroup from './house-other-group.ts';
import housePanelDescription from './house-panel-description.ts';
import housePanelTitle from './house-panel-title.ts';
import housePendingPeriod from './house-pending-period.ts';
import houseRatioWithoutFor from './house-ratio-without-for.ts';
import houseRequiredMatcher from './house-required-matcher.ts';
import houseRuleLabel from './house-rule-label.ts';
import houseRuleName from './house-rule-name.ts';
import houseVariableRefresh from './house-variable-refresh.ts';
import joinFallbackAdds from './join-fallback-adds.ts';
import joinGroupSideWrong from './join-group-side-wrong.ts';
import joinIgnoringNoop from './join-ignoring-noop.ts';
import joinIncludeImpossible from './join-include-impossible.ts';
import joinManyToOne from './join-many-to-one.ts';
import joinNeverMatches from './join-never-matches.ts';
import joinOnLabelImpossible from './join-on-label-impossible.ts';
import joinOrUnreachable from './join-or-unreachable.ts';
import joinUnlessAlways from './join-unless-always.ts';
import joinUnusedInclude from './join-unused-include.ts';
import labelsWithoutNoop from './labels-without-noop.ts';
import legendLabelImpossible from './legend-label-impossible.ts';
import legendNotDistinguishing from './legend-not-distinguishing.ts';
import linkLabelImpossible from './link-label-impossible.ts';
import metricTypeAggregatesHistograms from './metric-type-aggregates-histograms.ts';
import metricTypeAggregatesQuantiles from './metric-type-aggregates-quantiles.ts';
import metricTypeCounterInGraph from './metric-type-counter-in-graph.ts';
import metricTypeInfoWithoutLabels from './metric-type-info-without-labels.ts';
import metricTypeMeanOfHistogram from './metric-type-mean-of-histogram.ts';
import metricTypeMeanOfState from './metric-type-mean-of-state.ts';
import metricTypeMixesRate from './metric-type-mixes-rate.ts';
import metricTypeNeedsBuckets from './metric-type-needs-buckets.ts';
import metricTypeNeedsCounter from './metric-type-needs-counter.ts';
import metricTypeNeedsGauge from './metric-type-needs-gauge.ts';
import metricTypeNeedsHistogram from './metric-type-needs-histogram.ts';
import metricTypeNeedsLe from './metric-type-needs-le.ts';
import metricTypeQuantilePerTarget from './metric-type-quantile-per-target.ts';
import metricTypeRateOfAggregate from './metric-type-rate-of-aggregate.ts';
import metricTypeRateOfRate from './metric-type-rate-of-rate.ts';
import metricTypeRawBuckets from './metric-type-raw-buckets.ts';
import metricTypeRawCounter from './metric-type-raw-counter.ts';
import overrideUnknownName from './override-unknown-name.ts';
import panelAllHidden from './panel-all-hidden.ts';
import panelDuplicateQuery from './panel-duplicate-query.ts';
import panelHeatmapWithoutBuckets from './panel-heatmap-without-buckets.ts';
import panelInstantGraph from './panel-instant-graph.ts';
import panelNoDataForNone from './panel-no-data-for-none.ts';
import panelSeveralValues from './panel-several-values.ts';
import panelTableOfRange from './panel-table-of-range.ts';
import panelUnknownDatasource from './panel-unknown-datasource.ts';
import promqlClaimedLabels from './promql-claimed-labels.ts';
import promqlContradictoryMatchers from './promql-contradictory-matchers.ts';
import promqlDeprecatedMetric from './promql-deprecated-metric.ts';
import promqlFeatureVersion from './promql-feature-version.ts';
import promqlImpossibleValue from './promql-impossible-value.ts';
import promqlLabelReplaceNoop from './promql-label-replace-noop.ts';
import promqlMatcherNoop from './promql-matcher-noop.ts';
import promqlMixedMetrics from './promql-mixed-metrics.ts';
import promqlNamesCollide from './promql-names-collide.ts';
import promqlPrecedence from './promql-precedence.ts';
import promqlQuantileRange from './promql-quantile-range.ts';
import promqlRegexAnchors from './promql-regex-anchors.ts';
import promqlRegexAsText from './promql-regex-as-text.ts';
import promqlRegexDeadAlternative from './promql-regex-dead-alternative.ts';
import promqlRegexInvalid from './promql-regex-invalid.ts';
import promqlRegexPlain from './promql-regex-plain.ts';
import promqlRegexWildcard from './promql-regex-wildcard.ts';
import promqlResultType from './promql-result-type.ts';
import promqlSortInGraph from './promql-sort-in-graph.ts';
import promqlTwiceTheSame from './promql-twice-the-same.ts';
import promqlUnknownAlert from './promql-unknown-alert.ts';
import promqlUnknownLabel from './promql-unknown-label.ts';
import promqlUnknownMetric from './promql-unknown-metric.ts';
import promqlValueType from './promql-value-type.ts';
import rangeBeyondRetention from './range-beyond-retention.ts';
import rangeDifferentWindows from './range-different-windows.ts';
import rangeFixedInPanel from './range-fixed-in-panel.ts';
import rangeIrateInAlert from './range-irate-in-alert.ts';
import rangeMinInterval from './range-min-interval.ts';
import rangePanelInterval from './range-panel-interval.ts';
import rangeSubqueryStep from './range-subquery-step.ts';
import rangeTooShort from './range-too-short.ts';
import ruleAlreadyRecorded from './rule-already-recorded.ts';
import ruleDuplicateRecording from './rule-duplicate-recording.ts';
import ruleExternalLabel from './rule-external-label.ts';
import ruleGrafanaVariable from './rule-grafana-variable.ts';
import ruleLabelCollision from './rule-label-collision.ts';
import ruleLongInterval from './rule-long-interval.ts';
import ruleNameLevel from './rule-name-level.ts';
import ruleNameRange from './rule-name-range.ts';
import ruleNameUnit from './rule-name-unit.ts';
import ruleNeedsItself from './rule-needs-itself.ts';
import ruleRecordedLater from './rule-recorded-later.ts';
import ruleUnusedRecording from './rule-unused-recording.ts';
import templateExternalLabel from './template-external-label.ts';
import templateLabelImpossible from './template-label-impossible.ts';
import templateQueryLabel from './template-query-label.ts';
import templateSyntax from './template-syntax.ts';
import templateUnformattedRate from './template-unformatted-rate.ts';
import templateUnit from './template-unit.ts';
import templateValueInLabel from './template-value-in-label.ts';
import transformationUnknownField from './transformation-unknown-field.ts';
import unitMismatch from './unit-mismatch.ts';
import unitMissing from './unit-missing.ts';
import unitMixedAxis from './unit-mixed-axis.ts';
import unitOperands from './unit-operands.ts';
import unitRateAsShare from './unit-rate-as-share.ts';
import unitRawTimestamp from './unit-raw-timestamp.ts';
import unitThresholdScale from './unit-threshold-scale.ts';
import unitTitleWindow from './unit-title-window.ts';
import valueAlwaysTrue from './value-always-true.ts';
import valueBeyondBuckets from './value-beyond-buckets.ts';
import valueBoolCondition from './value-bool-condition.ts';
import valueContradictoryConditions from './value-contradictory-conditions.ts';
import valueCountZero from './value-count-zero.ts';
import valueDeadFallback from './value-dead-fallback.ts';
import valueDividesByZero from './value-divides-by-zero.ts';
import valueFirstIncrease from './value-first-increase.ts';
import valueImpossibleComparison from './value-impossible-comparison.ts';
import valueNanInAggregate from './value-nan-in-aggregate.ts';
import valueNeverAbsent from './value-never-absent.ts';
import valueSumOfMissing from './value-sum-of-missing.ts';
import valueZeroOfMissing from './value-zero-of-missing.ts';
import variableCycle from './variable-cycle.ts';
import variableIgnored from './variable-ignored.ts';
import variableNeedsRegex from './variable-needs-regex.ts';
import variableUnknownLabel from './variable-unknown-label.ts';
import variableWrongLabel from './variable-wrong-label.ts';

/** Every file in this folder, sorted; a test compares. */
export const CHECKS: readonly Check[] = [
  alertAbsentWithoutFor,
  alertDuplicate,
  alertInvertedPair,
  alertNoCondition,
  alertRatioWithoutFor,
  alertSampledSeries,
  alertShortFor,
  alertSilentWhenGone,
  alertSlowWindow,
  alertmanagerImpossibleLabel,
  annotationLabelImpossible,
  cardinalityUnboundedLabel,
  dashboardRefreshTooFast,
  houseAnnotation,
  houseBucketDifference,
  houseDatasourceVariable,
  houseDroppedLabel,
  houseEditableDashboard,
  houseFilterMatcher,
  houseFilterVariable,
  houseFixedDatasource,
  houseForbiddenText,
  houseFragileRange,
  houseKeptLabel,
  houseLongRange,
  houseOtherGroup,
  housePanelDescription,
  housePanelTitle,
  housePendingPeriod,
  houseRatioWithoutFor,
  houseRequiredMatcher,
  houseRuleLabel,
  houseRuleName,
  houseVariableRefresh,
  joinFallbackAdds,
  joinGroupSideWrong,
  joinIgnoringNoop,
  joinIncludeImpossible,
  joinManyToOne,
  joinNeverMatches,
  joinOnLabelImpossible,
  joinOrUnreachable,
  joinUnlessAlways,
  joinUnusedInclude,
  labelsWithoutNoop,
  legendLabelImpossible,
  legendNotDistinguishing,
  linkLabelImpossible,
  metricTypeAggregatesHistograms,
  metricTypeAggregatesQuantiles,
  metricTypeCounterInGraph,
  metricTypeInfoWithoutLabels,
  metricTypeMeanOfHistogram,
  metricTypeMeanOfState,
  metricTypeMixesRate,
  metricTypeNeedsBuckets,
  metricTypeNeedsCounter,
  metricTypeNeedsGauge,
  metricTypeNeedsHistogram,
  metricTypeNeedsLe,
  metricTypeQuantilePerTarget,
  metricTypeRateOfAggregate,
  metricTypeRateOfRate,
  metricTypeRawBuckets,
  metricTypeRawCounter,
  overrideUnknownName,
  panelAllHidden,
  panelDuplicateQuery,
  panelHeatmapWithoutBuckets,
  panelInstantGraph,
  panelNoDataForNone,
  panelSeveralValues,
  panelTableOfRange,
  panelUnknownDatasource,
  promqlClaimedLabels,
  promqlContradictoryMatchers,
  promqlDeprecatedMetric,
  promqlFeatureVersion,
  promqlImpossibleValue,
  promqlLabelReplaceNoop,
  promqlMatcherNoop,
  promqlMixedMetrics,
  promqlNamesCollide,
  promqlPrecedence,
  promqlQuantileRange,
  promqlRegexAnchors,
  promqlRegexAsText,
  promqlRegexDeadAlternative,
  promqlRegexInvalid,
  promqlRegexPlain,
  promqlRegexWildcard,
  promqlResultType,
  promqlSortInGraph,
  promqlTwiceTheSame,
  promqlUnknownAlert,
  promqlUnknownLabel,
  promqlUnknownMetric,
  promqlValueType,
  rangeBeyondRetention,
  rangeDifferentWindows,
  rangeFixedInPanel,
  rangeIrateInAlert,
  rangeMinInterval,
  rangePanelInterval,
  rangeSubqueryStep,
  rangeTooShort,
  ruleAlreadyRecorded,
  ruleDuplicateRecording,
  ruleExternalLabel,
  ruleGrafanaVariable,
  ruleLabelCollision,
  ruleLongInterval,
  ruleNameLevel,
  ruleNameRange,
  ruleNameUnit,
  ruleNeedsItself,
  ruleRecordedLater,
  ruleUnusedRecording,
  templateExternalLabel,
  templateLabelImpossible,
  templateQueryLabel,
  templateSyntax,
  templateUnformattedRate,
  templateUnit,
  templateValueInLabel,
  transformationUnknownField,
  unitMismatch,
  unitMissing,
  unitMixedAxis,
  unitOperands,
  unitRateAsShare,
  unitRawTimestamp,
  unitThresholdScale,
  unitTitleWindow,
  valueAlwaysTrue,
  valueBeyondBuckets,
  valueBoolCondition,
  valueContradictoryConditions,
  valueCountZero,
  valueDeadFallback,
  valueDividesByZero,
  valueFirstIncrease,
  valueImpossibleComparison,
  valueNanInAggregate,
  valueNeverAbsent,
  valueSumOfMissing,
  valueZeroOfMissing,
  variableCycle,
  variableIgnored,
  variableNeedsRegex,
  variableUnknownLabel,
  variableWrongLabel,
];
