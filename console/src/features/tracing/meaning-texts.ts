import { closingWords } from '@tongcheng/shared/reports/words';
import type { Text } from '@tongcheng/shared/text';
import type { Exposure } from '@tongcheng/shared/tracing/exposure';
import type { Certainty, InferredEnd, TracedMode } from '@tongcheng/shared/tracing/traced-ride';
import type { CaseRow, RequestState } from '@tongcheng/shared/tracing/wire';
import { modeTexts } from '../../ui/mode-texts';

type Texts<K extends string> = Readonly<Record<K, Text>>;

/** On what law a case is opened. */
export const lawTexts: Texts<CaseRow['legalBasis']> = {
  'infectious-disease-law': { zh: '《传染病防治法》', en: 'Law on infectious diseases' },
  'public-health-emergency-rules': { zh: '《突发公共卫生事件应急条例》', en: 'Rules for public health emergencies' },
  'biosecurity-law': { zh: '《生物安全法》', en: 'Biosecurity law' },
};

/** What a case is for. */
export const casePurposeTexts: Texts<CaseRow['purpose']> = {
  'confirmed-case': { zh: '确诊病例', en: 'Confirmed case' },
  'suspected-case': { zh: '疑似病例', en: 'Suspected case' },
  'cluster-investigation': { zh: '聚集性疫情调查', en: 'Investigation of a cluster' },
};

/** Where a request for names stands. */
export const requestStateTexts: Texts<RequestState> = {
  open: { zh: '待批准', en: 'Waits for approval' },
  expired: { zh: '已过期，未批准', en: 'Expired, not approved' },
  approved: { zh: '已批准，名单开放中', en: 'Approved, names open' },
  rejected: { zh: '已否决', en: 'Rejected' },
  withdrawn: { zh: '已收回', en: 'Withdrawn' },
  ended: { zh: '名单已关闭', en: 'Names closed' },
};

/** Modes as tracing knows them: those of the city, and coaches. */
export const tracedModeTexts: Texts<TracedMode> = { ...modeTexts, coach: { zh: '长途客运', en: 'Coach' } };

/** How sure a match is. */
export const certaintyTexts: Texts<Certainty> = {
  proven: { zh: '已证实', en: 'Proven' },
  likely: { zh: '较可能', en: 'Likely' },
  possible: { zh: '可能', en: 'Possible' },
};

/** What each of these means. */
export const certaintyMeaningTexts: Texts<Certainty> = {
  proven: { zh: '两人的扫码都证明同时在车上', en: 'scans of both prove that they were aboard together' },
  likely: { zh: '至少一端按通常时长推定', en: 'at least one end is inferred from the usual duration' },
  possible: { zh: '只在最晚可能下车时间之内重合', en: 'together only until the latest time of alighting' },
};

/** On what a match rests. */
export const matchGroundTexts: Texts<Exposure['restsOn']> = {
  stops: { zh: '同车且共站', en: 'Same vehicle, shared stops' },
  time: { zh: '同车且时间重合', en: 'Same vehicle, same time' },
  sailing: { zh: '同一航次', en: 'Same sailing' },
  interval: { zh: '同一出租车，下车后的间隔内', en: 'Same taxi, within the interval after' },
  manifest: { zh: '同一班客车的清单', en: 'Manifest of the same coach' },
};

/** By what rule an end was inferred. */
export const inferredByTexts: Texts<InferredEnd['by'] | 'scan'> = {
  ...closingWords,
  entry: { zh: '推定：进站时间', en: 'Inferred: time of entry' },
  'end-of-line': { zh: '推定：车辆到达线路终点', en: 'Inferred: the end of the vehicle’s line' },
  'still-open': { zh: '推定：行程未结束', en: 'Inferred: the ride is still open' },
};
