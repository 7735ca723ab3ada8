Error.stackTraceLimit = 80;
import { oldRealm } from './phone/old-realm';
import { programIn } from './phone/load-program';
test('x', () => {
  const realm = oldRealm({ wx: {}, console, setTimeout, App(){}, Page(){}, getApp(){}, getCurrentPages(){return []}, Component(){} }, Date.now);
  (realm as any).Error;
  require('node:vm').runInContext('Error.stackTraceLimit=80', realm);
  try { programIn(process.cwd()+'/dist/weapp', realm)('app.js'); } catch (e: any) { console.log(String(e.stack).split('\n').map((l: string)=>l.slice(0,150)).join('\n')); }
});
