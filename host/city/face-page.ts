import type { FaceChecks } from '@tongcheng/city/providers/face-checks';
import type { FastifyInstance } from 'fastify';
import { standInPage } from './stand-in-page';

/** The page of the simulated face-check service: instead of a camera the two things that it may see. No picture is taken of anybody. */
export function serveFacePage(server: FastifyInstance, faces: FaceChecks): void {
  server.get<{ Querystring: { check?: string } }>('/city/face-check', ({ query }, reply) => {
    const check = encodeURIComponent(query.check ?? '');
    return standInPage(
      reply,
      '模拟人脸核验 Simulated face check',
      `<p>演示中没有摄像头，也不拍照：请选核验看到的是谁。<br>In this demonstration there is no camera and no picture: say who is before it.</p>
<p><a id="it-is-me" href="/city/face-check/seen?check=${check}&amp;face=the-person">是本人 The person of the document</a></p>
<p><a id="somebody-else" href="/city/face-check/seen?check=${check}&amp;face=another-face">是别人 Somebody else</a></p>`,
    );
  });
  server.get<{ Querystring: { check?: string; face?: string } }>('/city/face-check/seen', ({ query }, reply) => {
    const known = faces.see(query.check ?? '', query.face === 'the-person' ? 'the-person' : 'another-face');
    return known
      ? standInPage(
          reply,
          '核验已做完 The check is done',
          '<p>请关闭本页，回到乘客端点“我已完成”。<br>Close this page, go back to the app and tap “I have done it”.</p>',
        )
      : standInPage(
          reply.code(404),
          '没有这次核验 There is no such check',
          '<p>可能已过期。请回到乘客端重新开始。<br>It may have expired. Go back to the app and begin again.</p>',
        );
  });
}
