import type { LineEndReason, VehicleEndReason, VehicleGrade, VehicleSize } from '@tongcheng/shared/coaches/fleet';
import type { Text } from '@tongcheng/shared/text';

/** Texts of the vehicles and lines of an operator. */
export const fleetTexts = {
  open: { zh: '车辆与班线', en: 'Vehicles and lines' },
  title: { zh: '{operator}：车辆与班线', en: '{operator}: vehicles and lines' },
  back: { zh: '返回全部运营单位', en: 'Back to all operators' },
  rule: {
    zh: '司乘新登记发车时从这里选车和班线，最近七天跑过的排在前面；没有列入的也可以手工填写。停用后手机上不再出现，已登记的班次不受影响。',
    en: 'Crews choose vehicles and lines from here in a new departure, those of the last seven days first; what is not listed can still be typed. What is out of use is offered no more; departures already registered stay as they are.',
  },
  vehicles: { zh: '车辆', en: 'Vehicles' },
  noVehicle: { zh: '这个单位还没有登记车辆。', en: 'No vehicle of this operator was added yet.' },
  addVehicle: { zh: '登记车辆', en: 'Add a vehicle' },
  changeVehicle: { zh: '更改车辆 {plate}', en: 'Change {plate}' },
  plate: { zh: '车牌号', en: 'Plate' },
  plateHint: {
    zh: '例如“辽A·12345”，新能源车牌八位。同一车牌已有的，会改为这里填的内容。',
    en: 'The sign of the province, a letter, then five characters, six for new energy. A plate that is listed already is changed to what stands here.',
  },
  plateFault: { zh: '这不是能有的车牌，请逐字核对。', en: 'No plate can read so; compare it letter by letter.' },
  seats: { zh: '乘客座位数', en: 'Seats for passengers' },
  seatsHint: {
    zh: '不含驾驶员座位。司乘填的人数超过它时，手机会提醒核对。',
    en: 'Without the driver’s. A crew that states more aboard is asked to check.',
  },
  seatsFault: { zh: '请填 1 到 120 的整数。', en: 'A whole number from 1 to 120.' },
  size: { zh: '类型', en: 'Type' },
  sizeHint: { zh: '按车长分，与道路运输证一致。', en: 'By its length, as on its transport certificate.' },
  grade: { zh: '等级', en: 'Grade' },
  gradeHint: { zh: '按客车等级评定；没有评定的选“未填”。', en: 'As it was graded; “not stated” where it was not.' },
  notStated: { zh: '未填', en: 'not stated' },
  lines: { zh: '班线', en: 'Lines' },
  noLine: { zh: '这个单位还没有登记班线。', en: 'No line of this operator was added yet.' },
  addLine: { zh: '登记班线', en: 'Add a line' },
  changeLine: { zh: '更改班线 {number}', en: 'Change line {number}' },
  number: { zh: '班次号', en: 'Service number' },
  numberHint: {
    zh: '与车票、班次牌一致。往返是两条；班次号、起讫点都相同的是同一条，会改为这里填的内容。',
    en: 'As on tickets and boards. There and back are two; the same number with the same ends is the same line and is changed to what stands here.',
  },
  service: { zh: '班线或包车', en: 'Line or charter' },
  serviceHint: {
    zh: '“包车”指经常跑的旅游包车；只跑一次的不用列入。',
    en: 'A charter is one that runs again and again; one of a single day need not be listed.',
  },
  line: { zh: '班线客运', en: 'Line coach' },
  charter: { zh: '旅游包车', en: 'Charter' },
  lineClass: { zh: '班线类别', en: 'Class of the line' },
  lineClassHint: {
    zh: '按道路客运班线经营许可。本市不要求登记的类别，手机上不会列出。',
    en: 'As its licence has it. Phones do not offer classes that the city has not registered.',
  },
  class: { zh: '{n} 类', en: 'class {n}' },
  origin: { zh: '始发地', en: 'From' },
  destination: { zh: '目的地', en: 'To' },
  placeHint: {
    zh: '写车站或城市的名称；与设置里的名称一致时，班次会归到那个车站和城市。',
    en: 'The name of a station or a city; where the settings have it, departures belong to that station and city.',
  },
  way: { zh: '起讫与途经', en: 'Way' },
  stops: { zh: '途经站', en: 'Stops on the way' },
  stopsHint: {
    zh: '一行一个，按顺序，最多 20 个；直达的不填。',
    en: 'One a line in their order, at most 20; none where it goes straight.',
  },
  stopsFault: {
    zh: '最多 20 个途经站，每个名称不超过 60 字。',
    en: 'At most 20 stops, each name at most 60 characters.',
  },
  state: { zh: '状态', en: 'State' },
  inUse: { zh: '使用中', en: 'In use' },
  outOfUse: { zh: '停用：{reason}，{day} 起', en: 'Out of use: {reason}, since {day}' },
  notInScope: { zh: '使用中（本类别不要求登记，手机不列出）', en: 'In use (class not registered here, not offered)' },
  changedBy: { zh: '最近更改', en: 'Last changed' },
  changedText: { zh: '{day}，由{who}', en: '{day}, by {who}' },
  change: { zh: '更改', en: 'Change' },
  again: { zh: '恢复使用', en: 'Use again' },
  end: { zh: '停用', en: 'Take out of use' },
  save: { zh: '保存', en: 'Save' },
  endTitle: { zh: '停用 {name}', en: 'Take {name} out of use' },
  endAbout: {
    zh: '手机下次联网后不再列出它；可以随时恢复。选“登记错了”则整条删除，不能恢复。',
    en: 'Phones offer it no more once they were online; it can be used again at any time. Of “added by mistake” the whole entry is removed for good.',
  },
  reason: { zh: '原因', en: 'Reason' },
  reasonHint: { zh: '列表和访问记录里这样显示。', en: 'The list and the access log show it so.' },
  set: { zh: '{name} 已保存。', en: '{name} is saved.' },
  ended: { zh: '{name} 已停用。', en: '{name} is out of use.' },
  removed: { zh: '{name} 已删除。', en: '{name} is removed.' },
} as const satisfies Readonly<Record<string, Text>>;

/** Types of coaches. */
export const sizeTexts = {
  'extra-large': { zh: '特大型', en: 'extra large' },
  large: { zh: '大型', en: 'large' },
  medium: { zh: '中型', en: 'medium' },
  small: { zh: '小型', en: 'small' },
} as const satisfies Readonly<Record<VehicleSize, Text>>;

/** Grades of coaches. */
export const gradeTexts = {
  ordinary: { zh: '普通级', en: 'ordinary' },
  middle: { zh: '中级', en: 'middle' },
  'high-1': { zh: '高一级', en: 'high, first' },
  'high-2': { zh: '高二级', en: 'high, second' },
  'high-3': { zh: '高三级', en: 'high, third' },
} as const satisfies Readonly<Record<VehicleGrade, Text>>;

/** Why a vehicle is out of use. */
export const vehicleEndTexts = {
  repair: { zh: '维修', en: 'under repair' },
  sold: { zh: '转出', en: 'sold or handed over' },
  scrapped: { zh: '报废', en: 'scrapped' },
  'typed-wrong': { zh: '登记错了（删除）', en: 'added by mistake (remove)' },
} as const satisfies Readonly<Record<VehicleEndReason, Text>>;

/** Why a line is out of use. */
export const lineEndTexts = {
  suspended: { zh: '暂停', en: 'suspended' },
  ended: { zh: '停止经营', en: 'ended' },
  'typed-wrong': { zh: '登记错了（删除）', en: 'added by mistake (remove)' },
} as const satisfies Readonly<Record<LineEndReason, Text>>;
