Error.stackTraceLimit = 60;
import { newDevice } from './phone/device';
import { startApp, declaredPages } from './phone/phone';
import { stageTemplates } from './phone/stage-templates';
import { virtualTime } from './phone/virtual-time';
const show = (d: any, n = 0): string => ' '.repeat(n)+d.tag+(d.id&&!d.id.startsWith('_')?'#'+d.id:'')+'.'+d.classes.join('.')+(d.children.length===0?' '+JSON.stringify(d.text):'')+'\n'+d.children.map((c: any)=>show(c,n+1)).join('');
test.each([(process.env.P ?? 'weapp') as 'weapp'])('%s', async (p) => {
  const s = stageTemplates(p);
  const time = virtualTime(Date.parse('2026-11-21T08:00:00+08:00'));
  const device = newDevice(time);
  const app = startApp(p, device, async () => { throw new Error('x') }, s.folder, { path: 'pages/guide/index' });
  for (let i=0;i<40;i++) { await new Promise(r=>setImmediate(r)); time.step(time.now()+2000); }
  console.log(declaredPages(p), app.complaints.heard, app.meters.read());
  console.log(show(app.inFront()!.drawn.tree()));
  s.remove();
});
