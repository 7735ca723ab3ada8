/** Texts of the venues and their codes. */
export const venueTexts = {
  title: { zh: '乘车点与乘车码', en: 'Venues and ride codes' },
  mode: { zh: '方式', en: 'Mode' },
  kind: { zh: '种类', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  lineName: { zh: '线路', en: 'Line' },
  plate: { zh: '车牌', en: 'Plate' },
  shortCode: { zh: '短码', en: 'Short code' },
  code: { zh: '乘车码', en: 'Ride code' },
  issuedAt: { zh: '发码时间', en: 'Issued' },
  act: { zh: '操作', en: 'Action' },
  valid: { zh: '可用', en: 'In use' },
  revoked: { zh: '已停用', en: 'Revoked' },
  generation: { zh: '第 {n} 版', en: 'issue {n}' },
  chosen: { zh: '已选 {count} 个', en: '{count} chosen' },
  chooseHint: {
    zh: '勾选若干行，一起打印、换码、停用或邀请',
    en: 'Choose rows to print, replace, revoke or invite for them together',
  },
  chooseToInvite: { zh: '勾选若干行，一起邀请工作人员', en: 'Choose rows to invite staff for them together' },
  reading: { zh: '正在读取乘车点：{done} / {of}', en: 'Reading venues: {done} of {of}' },
  history: { zh: '换码记录', en: 'Issues of the code' },
  firstIssue: { zh: '第 1 版，{time} 发出。', en: 'Issue 1, given out {time}.' },
  issueSince: {
    zh: '第 {n} 版，{time} 发出；之前各版都已作废。',
    en: 'Issue {n}, given out {time}; those before are void.',
  },
  revokedFor: { zh: '停用原因：{reason}', en: 'Revoked: {reason}' },
  link: { zh: '码内链接', en: 'Link in the code' },
  clear: { zh: '取消选择', en: 'Clear' },
  empty: {
    zh: '没有符合条件的乘车点。可以放宽条件，或从文件导入。',
    en: 'No venue fits. Widen the search or import a file.',
  },
  showTitle: { zh: '{name} 的乘车码', en: 'Ride code of {name}' },
  replace: { zh: '换码', en: 'Replace' },
  revoke: { zh: '停用', en: 'Revoke' },
  print: { zh: '打印贴纸（PDF）', en: 'Print stickers (PDF)' },
  printing: { zh: '正在生成：{done} / {of} 份文件', en: 'Making file {done} of {of}' },
  notAll: { zh: '已停止：还有 {count} 个乘车点没有打印。', en: 'Stopped: {count} venues are not printed.' },
  printed: { zh: '{stickers} 张贴纸，共 {pages} 页。', en: '{stickers} stickers on {pages} pages.' },
  printPosters: { zh: '打印海报（A3）', en: 'Print posters (A3)' },
  postersPrinted: {
    zh: '{stickers} 张 A3 海报，共 {pages} 页；可放大到 A1，不会模糊。',
    en: '{stickers} posters of size A3 on {pages} pages; enlarged up to A1 they stay sharp.',
  },
  openFileOf: { zh: '打开文件 {n}', en: 'Open file {n}' },
  openFile: { zh: '打开文件', en: 'Open the file' },
  linkUntil: { zh: '链接在 {time} 前有效。', en: 'The link works until {time}.' },
} as const;

/** Texts of changing codes, one or many. */
export const codeChangeTexts = {
  replace: {
    act: { zh: '换码', en: 'Replace' },
    title: { zh: '更换乘车码', en: 'Replace ride codes' },
    ask: {
      zh: '以下 {count} 个乘车码立即作废，所有张贴的旧码都不能再用，不能撤销；随后请打印并张贴新码。',
      en: 'These {count} codes stop at once: every posted sticker becomes useless, and this cannot be undone. Print and post the new ones next.',
    },
    done: {
      zh: '已换发 {count} 个新码，请打印新贴纸：{names}',
      en: '{count} new codes were issued. Print new stickers: {names}',
    },
  },
  revoke: {
    act: { zh: '停用', en: 'Revoke' },
    title: { zh: '停用乘车码', en: 'Revoke ride codes' },
    ask: {
      zh: '以下 {count} 个乘车码停用后，扫码的乘客会看到“已停用”，不会记录行程。不能撤销，要恢复只能换发新码。',
      en: 'After this, riders who scan these {count} codes are told they are no longer in use and nothing is recorded. This cannot be undone: only new codes bring the venues back.',
    },
    done: { zh: '已停用 {count} 个乘车码：{names}', en: '{count} codes are revoked: {names}' },
    reason: { zh: '停用原因', en: 'Why they are revoked' },
    reasonHint: {
      zh: '显示在乘车点的换码记录里，例如“车辆停运”。',
      en: 'It stands in the issues of the code, as “the bus is out of service”.',
    },
  },
  progress: { zh: '已完成 {done} / {of}', en: '{done} of {of} done' },
} as const;

/** Texts of inviting staff. */
export const invitationTexts = {
  tooMany: { zh: '一次最多邀请到 {most} 个乘车点', en: 'At most {most} venues at once' },
  invite: { zh: '邀请工作人员', en: 'Invite staff' },
  title: { zh: '邀请工作人员使用核验屏', en: 'Invite staff to the verification screen' },
  about: { zh: '可在这 {count} 个乘车点使用：{names}', en: 'For these {count} venues: {names}' },
  role: { zh: '身份', en: 'Role' },
  roleHint: {
    zh: '决定核验屏上能做什么；要改须重新邀请。',
    en: 'It decides what the verification screen offers; another role takes a new invitation.',
  },
  crew: { zh: '司乘', en: 'Crew' },
  inspector: { zh: '安检员', en: 'Inspector' },
  desk: { zh: '服务台', en: 'Service desk' },
  'community-worker': { zh: '社区工作者（只能代人登记）', en: 'Community worker (registers others only)' },
} as const;

/** Texts of the import. */
export const importTexts = {
  title: { zh: '从文件导入', en: 'Import from a file' },
  about: {
    zh: 'Excel 保存的 CSV 文件（GB 18030 或 UTF-8 均可），第一行是表头。先预览，确认后才导入；坏行逐一指出，好行照常导入。',
    en: 'A CSV file as Excel saves it (GB 18030 or UTF-8), the first row being the header. First you see what it would do; bad rows are named, good rows are imported all the same.',
  },
  template: { zh: '下载模板', en: 'Download the template' },
  file: { zh: '选择文件', en: 'Choose a file' },
  reading: { zh: '正在检查第 {part} 部分，共 {parts} 部分…', en: 'Checking part {part} of {parts}…' },
  preview: {
    zh: '将新增 {added}，更改 {changed}，不变 {unchanged}；{bad} 行不能导入。现在还没有改动。',
    en: 'Would add {added}, change {changed}, leave {unchanged}; {bad} rows cannot be taken. Nothing is changed yet.',
  },
  noUndo: {
    zh: '导入不能撤回：改动的可以再导入改正的文件，新增的只能停用乘车码。',
    en: 'It cannot be undone: what is changed is put right by another import, what is added can only have its code revoked.',
  },
  confirm: { zh: '导入这 {count} 个', en: 'Import these {count}' },
  badRowsFile: { zh: '下载不能导入的行（附原因）', en: 'Download the bad rows with their reasons' },
  importing: { zh: '正在导入第 {part} 部分，共 {parts} 部分…', en: 'Importing part {part} of {parts}…' },
  stopped: {
    zh: '导入到第 {part} 部分时停下，之前的部分已经导入。再导入一次同一文件不会重复。',
    en: 'Stopped at part {part}; what came before is imported. Importing the same file again doubles nothing.',
  },
  done: {
    zh: '新增 {added}，更改 {changed}，不变 {unchanged}，坏行 {bad}。',
    en: '{added} added, {changed} changed, {unchanged} unchanged, {bad} bad rows.',
  },
  row: { zh: '行', en: 'Row' },
  problem: { zh: '问题', en: 'What is wrong' },
} as const;
