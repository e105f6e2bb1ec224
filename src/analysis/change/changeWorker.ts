import { testDesk, type TestRequest } from './testDesk';

const answer = testDesk();

self.addEventListener('message', ({ data }: MessageEvent<TestRequest>) => {
  const report = answer(data);
  if (report) self.postMessage(report);
});
